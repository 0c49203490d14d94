package holdfast.server.testing;

import holdfast.server.access.Language;
import holdfast.server.access.NewPerson;
import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.access.RoleProposals;
import holdfast.server.access.SetUp;
import holdfast.server.record.ActorId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** People for tests, enrolled as in life: the first administrator by the set-up token, the others by them. */
public final class Staff {
    /** Of {@link #administrator()}, who signs in with it over HTTP. */
    public static final String ADMINISTRATORS_PASSWORD = "correct horse battery staple";

    private final People people;
    private final SetUp setUp;
    private final RoleProposals proposals;
    private final AtomicInteger number = new AtomicInteger();

    public Staff(People people, SetUp setUp, RoleProposals proposals) {
        this.people = people;
        this.setUp = setUp;
        this.proposals = proposals;
    }

    /** The one administrator that the shared server was set up with. */
    public synchronized ActorId administrator() {
        ActorId id = new ActorId("admin");
        Optional<holdfast.server.access.Invitations.Token> token = setUp.token();
        if (token.isPresent()) {
            setUp.firstAdministrator(token.get(), newPerson("admin", Set.of()), ADMINISTRATORS_PASSWORD);
        }
        return id;
    }

    /** Somebody new, with these roles. */
    public ActorId person(Role... roles) {
        String base = roles.length == 0
                ? "nobody"
                : roles[0].name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        String signIn = base + "-" + number.incrementAndGet();
        ActorId id = people.enrol(newPerson(signIn, Set.copyOf(List.of(roles))), administrator())
                .id();
        proposals.open().stream()
                .filter(proposal -> proposal.person().equals(id))
                .forEach(this::confirm);
        return id;
    }

    private void confirm(RoleProposals.Proposal proposal) {
        ActorId second = people.all().stream()
                .map(Person::id)
                .filter(other -> proposals.mayAnswer(proposal, other))
                .findFirst()
                .orElseThrow();
        proposals.confirm(proposal.person(), second);
    }

    private static NewPerson newPerson(String signIn, Set<Role> roles) {
        return new NewPerson(signIn, "Test " + signIn, "Post", signIn + "@office.example", "", Language.EN, roles);
    }
}
