package groundschool.emulator.lambda.mapping;

import groundschool.emulator.lambda.FunctionMetrics;
import groundschool.emulator.sandbox.Sandbox;

/// What Lambda tells CloudWatch of a mapping whose `MetricsConfig` asks for `EventCount`.
///
/// Source: [Viewing metrics for event source
/// mappings](https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html#event-source-mapping-metrics)
record MappingMetrics(Sandbox sandbox, Mapping mapping) {

    /// A batch was read for the first time.
    void polled(Batch batch, Batch taken) {
        add("PolledEventCount", batch.records().size());
        add("FilteredOutEventCount", batch.records().size() - taken.records().size());
    }

    void invoked(Batch taken) {
        add("InvokedEventCount", taken.records().size());
    }

    void failed(Batch failed) {
        add("FailedInvokeEventCount", failed.records().size());
    }

    void dropped(Batch lost) {
        add("DroppedEventCount", lost.records().size());
    }

    void delivered(Batch lost) {
        add("OnFailureDestinationDeliveredEventCount", lost.records().size());
    }

    private void add(String metric, int count) {
        if (mapping.how().countsEvents()) {
            new FunctionMetrics(sandbox)
                    .countedOfMapping(mapping.region(), mapping.uuid(), metric, count);
        }
    }
}
