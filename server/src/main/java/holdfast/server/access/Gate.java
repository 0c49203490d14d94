package holdfast.server.access;

import holdfast.server.platform.ServerOptions;
import java.util.Arrays;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which page needs whom. Everything that is not named here needs a person who has signed in; what a person may
 * <em>do</em> there is demanded again by the service that does it.
 */
@Configuration(proxyBeanMethods = false)
class Gate {
    /** For everybody: signing in, the first set-up, an invitation, and the public's own page. */
    private static final String[] OPEN = {
        "/sign-in",
        "/set-up",
        "/welcome",
        "/welcome/**",
        "/affected",
        "/affected/**",
        "/assets/**",
        "/error",
        "/favicon.ico"
    };

    private static final String CONTENT_POLICY = contentPolicy("'self'");

    /** Where cartridges are counted, the reader of barcodes is compiled from WebAssembly; it is not {@code eval}. */
    private static final String COUNTING_POLICY = contentPolicy("'self' 'wasm-unsafe-eval'");

    private static final RequestMatcher COUNTING =
            new OrRequestMatcher(path("/transit/*/receive"), path("/stocktakes/*"));

    /** REST: a token or a password with every request, no session, hence nothing for another site to ride on. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiTokens tokens, PasswordSignIn passwords) throws Exception {
        BasicAuthenticationEntryPoint challenge = new BasicAuthenticationEntryPoint();
        challenge.setRealmName("Holdfast");
        http.securityMatcher("/api/**")
                .authenticationProvider(passwords)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(challenge))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(challenge))
                .addFilterBefore(new ApiTokenFilter(tokens), AuthorizationFilter.class)
                .headers(Gate::headers);
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http, PasswordSignIn passwords, PersonStore people, SetUp setUp, ServerOptions options)
            throws Exception {
        http.authenticationProvider(passwords)
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN)
                        .permitAll()
                        // A head of office confirms the roles that an administrator gives.
                        .requestMatchers("/settings", "/settings/proposals/*")
                        .hasAnyRole(names(Role.ADMINISTRATOR, Role.HEAD))
                        .requestMatchers("/settings/**")
                        .hasAnyRole(names(Role.ADMINISTRATOR))
                        .requestMatchers("/incidents", "/incidents/**", "/notices", "/notices/**")
                        .hasAnyRole(names(Role.DPO, Role.MANAGER, Role.HEAD, Role.AUDITOR))
                        .requestMatchers("/desk", "/desk/**")
                        .hasAnyRole(names(Role.DPO, Role.MANAGER, Role.SITE_OFFICER, Role.OPERATOR))
                        .requestMatchers("/keys", "/keys/**")
                        .hasAnyRole(names(Role.KEY_HOLDER, Role.DPO, Role.MANAGER, Role.HEAD, Role.AUDITOR))
                        // Every seal number stands in it: not for those on the road, who must read the seal itself.
                        .requestMatchers("/ledger", "/ledger/**")
                        .hasAnyRole(names(Role.AUDITOR, Role.DPO, Role.MANAGER, Role.HEAD, Role.ADMINISTRATOR))
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in").failureUrl("/sign-in?error"))
                .webAuthn(passkeys -> passkeys.rpName("Holdfast")
                        .rpId(options.listen().host())
                        .allowedOrigins(origin(options))
                        .disableDefaultRegistrationPage(true))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(door(setUp)))
                .addFilterBefore(new FreshRoles(people), AuthorizationFilter.class)
                .headers(Gate::headers);
        return http.build();
    }

    /**
     * Only under its own names: a page elsewhere that lets its own name point at this machine (DNS rebinding) is
     * refused before anything is read.
     */
    @Bean
    HttpFirewall firewall(ServerOptions options) {
        Set<String> names = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHostnames(host ->
                names.contains(host) || host.equalsIgnoreCase(options.listen().host()));
        return firewall;
    }

    private static String[] names(Role... roles) {
        return Arrays.stream(roles).map(Role::name).toArray(String[]::new);
    }

    /** Where somebody without a session is sent: to the set-up while there is nobody, else to sign in. */
    private static AuthenticationEntryPoint door(SetUp setUp) {
        AuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint("/sign-in");
        AuthenticationEntryPoint begin = new LoginUrlAuthenticationEntryPoint("/set-up");
        return (request, response, why) -> (setUp.needed() ? begin : signIn).commence(request, response, why);
    }

    private static String origin(ServerOptions options) {
        boolean tls = options.listen().tls().isPresent();
        boolean usual = options.port() == (tls ? 443 : 80);
        return (tls ? "https://" : "http://") + options.listen().host() + (usual ? "" : ":" + options.port());
    }

    private static String contentPolicy(String scripts) {
        return "default-src 'none'; script-src " + scripts + "; style-src 'self';"
                + " img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self';"
                + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        // The first that fits: a policy that is there already is left as it is.
        headers.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        COUNTING, new ContentSecurityPolicyHeaderWriter(COUNTING_POLICY)))
                .addHeaderWriter(new ContentSecurityPolicyHeaderWriter(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("geolocation=(), microphone=(), payment=(), usb=(), camera=(self),"
                                + " publickey-credentials-get=(self), publickey-credentials-create=(self)"))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }
}
