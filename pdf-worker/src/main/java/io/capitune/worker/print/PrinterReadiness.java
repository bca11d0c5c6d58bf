package io.capitune.worker.print;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A worker without a browser is not ready. */
@Readiness
class PrinterReadiness implements HealthCheck {

    private final Printer printer;

    PrinterReadiness(Printer printer) {
        this.printer = printer;
    }

    @Override
    public HealthCheckResponse call() {
        var lanes = printer.readyLanes();
        return HealthCheckResponse.named("Chromium")
                .status(lanes > 0)
                .withData("lanes", lanes)
                .build();
    }
}
