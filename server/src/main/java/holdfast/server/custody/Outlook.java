package holdfast.server.custody;

import holdfast.server.exposure.LossForecast;
import holdfast.server.procedure.Findings;

/**
 * What a journey would be up against if it left now, before anybody has agreed to it. Nothing of it is kept: the departure
 * itself is judged when it happens.
 */
public record Outlook(Findings findings, LossForecast ifLost) {}
