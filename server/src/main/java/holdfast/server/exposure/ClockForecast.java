package holdfast.server.exposure;

import holdfast.server.platform.Phrase;
import java.util.List;

/** Says which clocks a loss would start. A bean of the module that knows the authorities' rules. */
@FunctionalInterface
public interface ClockForecast {
    /** One sentence a clock, such as "Privacy Commissioner: as soon as practicable after awareness". */
    List<Phrase> ifLost(ExposureReport exposure);
}
