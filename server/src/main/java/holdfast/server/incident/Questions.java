package holdfast.server.incident;

import holdfast.server.incident.AuthorityReports.Answered;
import holdfast.server.incident.AuthorityReports.Question;
import holdfast.server.incident.ReportField.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the forms ask and no record answers: found by filling them as if nobody had answered anything. */
final class Questions {
    private final CaseFacts facts;

    Questions(CaseFacts facts) {
        this.facts = facts;
    }

    List<Question> of(Set<Form> forms) {
        Forms unanswered = new Forms(facts.unanswered());
        Map<String, Question> questions = new LinkedHashMap<>();
        for (Form form : forms) {
            unanswered.fill(form).stream()
                    .flatMap(section -> section.fields().stream())
                    .filter(ReportField::open)
                    .forEach(field -> questions.merge(field.id(), question(field, form), Questions::both));
        }
        return questions.values().stream()
                .sorted(Comparator.comparing(one -> one.answer().isPresent()))
                .toList();
    }

    private Question question(ReportField field, Form form) {
        Value.Open open = (Value.Open) field.value();
        Optional<Answered> answer = Optional.ofNullable(facts.answers().get(field.id()))
                .map(one -> new Answered(one.text(), one.by(), one.at()));
        return new Question(field.id(), field.label(), open.by(), open.hint(), List.of(form), answer);
    }

    private static Question both(Question first, Question again) {
        if (first.forms().containsAll(again.forms())) {
            return first;
        }
        List<Form> forms = new ArrayList<>(first.forms());
        forms.addAll(again.forms());
        return new Question(first.field(), first.label(), first.by(), first.hint(), List.copyOf(forms), first.answer());
    }
}
