package holdfast.server.exposure;

import java.util.List;

/** Says which clocks a loss would start. A bean of the module that knows the authorities' rules. */
@FunctionalInterface
public interface ClockForecast {
    /** One sentence a clock, such as "Privacy Commissioner: as soon as practicable after awareness". */
    List<String> ifLost(ExposureReport exposure);
}
