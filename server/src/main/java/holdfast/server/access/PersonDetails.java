package holdfast.server.access;

import holdfast.server.record.ActorId;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Spring Security's view of a person: name, password hash, roles. */
@Component
class PersonDetails implements UserDetailsService {
    private final PersonStore people;
    /** The hash of a password that nobody knows: one who has none takes as long to refuse as any other. */
    private final Supplier<String> nobodys;

    PersonDetails(PersonStore people, Passwords passwords, SecureRandom random) {
        this.people = people;
        this.nobodys = SingletonSupplier.of(() -> passwords.hash(Tokens.fresh(random), "nobody"));
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        // Names that cannot be ids must not reach ActorId's own, noisier, refusal.
        if (!name.matches("[a-z][a-z0-9.-]{1,39}")) {
            throw new UsernameNotFoundException("unknown");
        }
        ActorId id = new ActorId(name);
        Person person =
                people.find(id).filter(Person::active).orElseThrow(() -> new UsernameNotFoundException("unknown"));
        return new User(name, people.password(id).orElseGet(nobodys), authorities(person.roles()));
    }

    static List<SimpleGrantedAuthority> authorities(Set<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }
}
