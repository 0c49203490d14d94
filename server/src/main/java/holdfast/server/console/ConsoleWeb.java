package holdfast.server.console;

import holdfast.server.console.say.ChosenLanguage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** How pages are served: the language, the words, and the style sheets, whose names carry a digest of their content. */
@Configuration(proxyBeanMethods = false)
class ConsoleWeb implements WebMvcConfigurer {
    /** The bundles of the pages, one for each area. A test holds the three languages of each against each other. */
    static final String[] BUNDLES = {
        "messages/console",
        "messages/console-open",
        "messages/console-media",
        "messages/console-custody",
        "messages/console-count",
        "messages/console-drill",
        "messages/console-proof",
        "messages/console-incident",
        "messages/console-office",
        "messages/console-act",
        "messages/phrases",
        "messages/refusals"
    };

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/assets/", htmx())
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    /** The folder of htmx inside its jar, whichever version the build brought along. */
    private static String htmx() {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js");
            if (found.length == 0) {
                throw new IllegalStateException("htmx is not on the class path");
            }
            String file = found[0].getURL().toString();
            return file.substring(0, file.lastIndexOf('/') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor interceptor = new LocaleChangeInterceptor();
        interceptor.setParamName(ChosenLanguage.NAME);
        interceptor.setIgnoreInvalidLocale(true);
        registry.addInterceptor(interceptor);
    }

    @Bean
    static ResourceUrlEncodingFilter resourceUrlEncodingFilter() {
        return new ResourceUrlEncodingFilter();
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new ChosenLanguage(request -> Optional.empty());
    }

    @Bean
    static MessageSource messageSource() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasenames(BUNDLES);
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setDefaultLocale(Locale.ENGLISH);
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }
}
