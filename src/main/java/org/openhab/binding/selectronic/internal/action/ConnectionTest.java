/*
 * Copyright (c) 2026 Contributors to the Selectronic binding project
 *
 * See the NOTICE file(s) distributed with this work for additional
 * information.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * http://www.eclipse.org/legal/epl-2.0
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.selectronic.internal.action;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.diagnostics.ContactLog.Figures;
import org.openhab.binding.selectronic.internal.handler.InverterHandler;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.openhab.binding.selectronic.internal.model.Origin;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.Futures;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.text.ChannelTexts;

/**
 * Makes one attempt, waits a few seconds at most, and reports in the owner's language what works and what does not.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class ConnectionTest {
    /** Time to wait in addition to one attempt, so that its outcome is known. It blocks the rule or user interface. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private static final String KEY = "connection-test.";

    private final ChannelTexts texts;
    private final List<String> lines = new ArrayList<>();

    ConnectionTest(ChannelTexts texts) {
        this.texts = texts;
    }

    /** Reports everything about a bridge. */
    String of(SourceBridgeHandler bridge) {
        ask(bridge, bridge::refresh);
        report(bridge);
        return String.join("\n", lines);
    }

    /** Reports everything about an inverter and its bridge. */
    String of(InverterHandler inverter) {
        Optional<SourceBridgeHandler> bridge = inverter.source();
        if (bridge.isEmpty()) {
            say("not-begun");
            return String.join("\n", lines);
        }
        ask(bridge.get(), () -> inverter.refresh().orElseGet(() -> bridge.get().refresh()));
        report(bridge.get());
        inverter.unit().ifPresentOrElse(unit -> say("unit", unit.name()), () -> say("no-unit"));
        Figures contact = inverter.contact().figures();
        contact.sample().ifPresentOrElse(sample -> report(sample, contact, inverter.states().keySet()),
                () -> say("no-values"));
        tellOfFailures(contact);
        return String.join("\n", lines);
    }

    /** Makes a request and reports its outcome. */
    private void ask(SourceBridgeHandler bridge, Provider<CompletableFuture<@Nullable Void>> request) {
        if (bridge.isReleased()) {
            say("released");
            return;
        }
        Duration patience = bridge.longestAttempt().plus(MARGIN);
        try {
            request.get().get(patience.toSeconds(), TimeUnit.SECONDS);
            say("bridge-answers");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            say("no-answer", Long.toString(patience.toSeconds()));
        } catch (ExecutionException e) {
            say("bridge-fails", texts.text(Futures.cause(Objects.requireNonNullElse(e.getCause(), e))));
        }
    }

    private void report(SourceBridgeHandler bridge) {
        List<Unit> units = bridge.units();
        if (units.isEmpty()) {
            say("no-units");
        } else {
            say("units", units.stream().map(Unit::name).collect(Collectors.joining(", ")));
        }
    }

    private void report(Sample sample, Figures contact, Set<Quantity> shown) {
        List<String> missing = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        int reported = 0;
        for (Quantity quantity : Quantity.values()) {
            @Nullable
            Value value = sample.values().get(quantity);
            @Nullable
            Origin origin = quantity.origin(sample.connectionType()).orElse(null);
            if (!(origin instanceof Origin.Member) && !(origin instanceof Origin.Registers)) {
                continue;
            } else if (value == null && !shown.contains(quantity)) {
                missing.add(quantity.channelId());
            } else if (Value.UNKNOWN.equals(value)) {
                unknown.add(quantity.channelId());
            } else {
                reported++;
            }
        }
        long age = contact.sinceAnswer().map(Duration::toSeconds).orElseGet(() -> 0L);
        say("values", Long.toString(age), Long.toString(sample.responseTime().toMillis()), Integer.toString(reported));
        if (!unknown.isEmpty()) {
            say("unknown", String.join(", ", unknown));
        }
        if (!missing.isEmpty()) {
            say("missing", String.join(", ", missing));
        }
    }

    private void tellOfFailures(Figures contact) {
        int failures = contact.allFailures();
        if (failures > 0) {
            say("failures", Integer.toString(failures), Integer.toString(failures + contact.answers()));
            contact.failure().ifPresent(failure -> say("failure", texts.text(failure)));
        } else if (contact.answers() > 0) {
            say("no-failures", Integer.toString(contact.answers()));
        }
    }

    private void say(String key, Object... arguments) {
        lines.add(texts.reported(KEY + key, key, arguments));
    }
}
