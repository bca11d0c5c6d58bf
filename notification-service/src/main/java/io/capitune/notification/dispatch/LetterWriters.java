package io.capitune.notification.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.notification.letter.LetterWriter;
import io.capitune.platform.event.DomainEvent;
import io.quarkus.arc.All;

/** The writers of letters, by the type of event that they answer. */
@ApplicationScoped
class LetterWriters {

    private final Map<String, LetterWriter> byType;

    LetterWriters(@All List<LetterWriter> writers) {
        this.byType = writers.stream().collect(Collectors.toMap(LetterWriter::eventType, Function.identity()));
    }

    Set<String> types() {
        return byType.keySet();
    }

    LetterWriter of(DomainEvent event) {
        var writer = byType.get(event.type());
        if (writer == null) {
            throw new IllegalArgumentException("no letter answers " + event.type());
        }
        return writer;
    }
}
