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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.openhab.binding.selectronic.internal.diagnostics.ConnectionState;
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

    static final String KEY = "connection-test.";

    private final ChannelTexts texts;
    private final Map<String, Object> outputs = new LinkedHashMap<>();

    ConnectionTest(ChannelTexts texts) {
        this.texts = texts;
    }

    /** Reports everything about a bridge. */
    Map<String, Object> of(SourceBridgeHandler bridge) {
        ask(bridge, bridge::refresh);
        report(bridge);
        return outputs;
    }

    /** Reports everything about an inverter and its bridge. */
    Map<String, Object> of(InverterHandler inverter) {
        List<ConnectionState> connections = inverter.alternatives();
        if (!connections.isEmpty()) {
            outputs.put("connections", connections.stream().map(this::text).collect(Collectors.joining(" ")));
        }
        Optional<SourceBridgeHandler> bridge = inverter.source();
        if (bridge.isEmpty()) {
            say("state", "not-begun");
            return outputs;
        }
        ask(bridge.get(), () -> inverter.refresh().orElseGet(() -> bridge.get().refresh()));
        report(bridge.get());
        inverter.unit().ifPresentOrElse(unit -> outputs.put("thing", unit.name()), () -> say("thing", "no-unit"));
        Figures contact = inverter.contact().figures();
        contact.sample().ifPresentOrElse(sample -> report(sample, contact, inverter.states().keySet()),
                () -> say("values", "no-values"));
        tellOfFailures(contact);
        return outputs;
    }

    /** Makes a request and reports its outcome. */
    private void ask(SourceBridgeHandler bridge, Provider<CompletableFuture<@Nullable Void>> request) {
        if (bridge.isReleased()) {
            say("state", "released");
            return;
        }
        Duration patience = bridge.longestAttempt().plus(MARGIN);
        try {
            request.get().get(patience.toSeconds(), TimeUnit.SECONDS);
            say("state", "bridge-answers");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            say("state", "no-answer", Long.toString(patience.toSeconds()));
        } catch (ExecutionException e) {
            say("state", "bridge-fails", texts.text(Futures.cause(Objects.requireNonNullElse(e.getCause(), e))));
        }
    }

    private void report(SourceBridgeHandler bridge) {
        List<Unit> units = bridge.units();
        if (units.isEmpty()) {
            say("inverters", "no-units");
        } else {
            outputs.put("inverters", units.stream().map(Unit::name).collect(Collectors.joining(", ")));
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
        say("age", "age", Long.toString(age), Long.toString(sample.responseTime().toMillis()));
        outputs.put("values", Integer.toString(reported));
        if (!unknown.isEmpty()) {
            outputs.put("unknown", String.join(", ", unknown));
        }
        if (!missing.isEmpty()) {
            outputs.put("missing", String.join(", ", missing));
        }
    }

    private String text(ConnectionState state) {
        String connection = texts.connection(state.type());
        String key = state.outage().isPresent() ? "outage"
                : state.active() ? "active" : state.polled() ? "read" : "standby";
        return texts.reported(KEY + key, key, connection, state.outage().map(texts::text).orElse(""));
    }

    private void tellOfFailures(Figures contact) {
        int failures = contact.allFailures();
        if (failures > 0) {
            say("failures", "failures", Integer.toString(failures), Integer.toString(failures + contact.answers()));
            contact.failure().ifPresent(failure -> outputs.put("failure", texts.text(failure)));
        } else if (contact.answers() > 0) {
            say("failures", "no-failures", Integer.toString(contact.answers()));
        }
    }

    private void say(String output, String key, Object... arguments) {
        outputs.put(output, texts.reported(KEY + key, key, arguments));
    }
}
