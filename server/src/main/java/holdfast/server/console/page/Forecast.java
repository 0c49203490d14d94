package holdfast.server.console.page;

import holdfast.server.console.say.Say;
import holdfast.server.exposure.ExposureReport;
import holdfast.server.exposure.LossForecast;
import java.util.List;

/**
 * 'If this case never arrives', as a page shows it.
 *
 * @param readableBy who could read it, in a sentence
 * @param restoreWord 'none', or how old the newest restore would be
 */
public record Forecast(
        long persons,
        String personsCaption,
        String readableBy,
        long bytesLost,
        String restoreWord,
        String restorePoint,
        List<Counted> byCategory,
        List<Counted> byKind,
        long unknownAtMost,
        List<String> clocks) {

    /** The view of a forecast. */
    public static Forecast of(LossForecast forecast, Say say) {
        ExposureReport exposed = forecast.exposure();
        List<Counted> categories = Counted.of(exposed.byCategory(), "category.", say);
        String caption = categories.isEmpty()
                ? say.text("forecast.persons.none")
                : say.text(
                        "forecast.persons",
                        String.join(
                                say.text("list.comma"),
                                categories.stream()
                                        .map(one -> say.text("forecast.category", say.number(one.count()), one.name()))
                                        .toList()));
        return new Forecast(
                exposed.persons(),
                caption,
                say.said(forecast.readableBy()),
                forecast.bytesLost(),
                forecast.restorePointLost().map(at -> say.time(at)).orElseGet(() -> say.text("forecast.restore.none")),
                say.text(forecast.restorePointLost().isPresent() ? "forecast.restore.lost" : "forecast.restore.kept"),
                categories,
                Counted.of(exposed.byKind(), "kind.", say),
                exposed.unknownAtMost(),
                forecast.clocks().stream().map(say::said).toList());
    }
}
