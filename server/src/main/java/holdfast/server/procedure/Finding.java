package holdfast.server.procedure;

import holdfast.server.platform.Phrase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What one rule has against a departure: which rule, what was found, what to do. The words are looked up in the reader's
 * language; stored is what they are made of, so that a finding of last year can be read in a language added today.
 *
 * @param rule the rule's id
 * @param what which of the rule's findings this is
 * @param arguments the values in its sentence, in the order in which the texts number them
 */
public record Finding(String rule, String what, List<String> arguments) {

    public Finding {
        arguments = List.copyOf(arguments);
    }

    static Finding of(Rule rule, String what, Object... arguments) {
        return new Finding(
                rule.id(), what, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** What was found, as a sentence. */
    public String found(Locale locale) {
        return ProcedureTexts.sentence(locale, "finding." + rule + "." + what, arguments);
    }

    /** Both sentences, to be said in any language. */
    public Phrase said() {
        Object[] values = arguments.toArray();
        return Phrase.together(List.of(
                Phrase.of("finding." + rule + "." + what, values), Phrase.of("todo." + rule + "." + what, values)));
    }

    /** What to do about it, as a sentence. */
    public String todo(Locale locale) {
        return ProcedureTexts.sentence(locale, "todo." + rule + "." + what, arguments);
    }
}
