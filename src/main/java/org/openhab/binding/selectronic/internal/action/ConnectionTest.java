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
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.diagnostics.ContactLog;
import org.openhab.binding.selectronic.internal.diagnostics.ContactLog.Figures;
import org.openhab.binding.selectronic.internal.handler.InverterHandler;
import org.openhab.binding.selectronic.internal.handler.OwnerTexts;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Supply;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;

/**
 * Asks once, waits a few seconds at most, and says in the owner's words what works and what does not.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class ConnectionTest {
    /** How long a rule or a user interface is kept waiting at most. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String KEY = "connection-test.";

    private final OwnerTexts texts;
    private final List<String> lines = new ArrayList<>();

    ConnectionTest(OwnerTexts texts) {
        this.texts = texts;
    }

    /** Everything about a bridge. */
    String of(SourceBridgeHandler bridge) {
        boolean waited = ask(bridge, bridge.contact());
        tell(bridge);
        tellOfWaiting(waited);
        return String.join("\n", lines);
    }

    /** Everything about an inverter and the bridge that reads it. */
    String of(InverterHandler inverter) {
        Optional<SourceBridgeHandler> bridge = inverter.source();
        if (bridge.isEmpty()) {
            say("not-begun");
            return String.join("\n", lines);
        }
        boolean waited = ask(bridge.get(), inverter.contact());
        tell(bridge.get());
        inverter.unit().ifPresentOrElse(unit -> say("unit", unit.name()), () -> say("no-unit"));
        Figures contact = inverter.contact().figures();
        contact.sample().ifPresentOrElse(sample -> tell(sample, contact), () -> say("no-values"));
        tellOfFailures(contact);
        tellOfWaiting(waited);
        return String.join("\n", lines);
    }

    /** Whether something came of it within the time; true also where nothing is asked. */
    private static boolean ask(SourceBridgeHandler bridge, ContactLog contact) {
        if (bridge.isReleased()) {
            return true;
        }
        var next = contact.next();
        bridge.refresh();
        try {
            next.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private void tell(SourceBridgeHandler bridge) {
        Figures contact = bridge.contact().figures();
        if (bridge.isReleased()) {
            say("released");
        } else if (contact.failuresInARow() > 0) {
            contact.failure().ifPresent(failure -> say("bridge-fails", words(failure)));
        } else if (contact.answers() == 0) {
            say("bridge-silent");
        } else {
            say("bridge-answers");
        }
        List<Unit> units = bridge.units();
        if (units.isEmpty()) {
            say("no-units");
        } else {
            say("units", units.stream().map(Unit::name).collect(Collectors.joining(", ")));
        }
    }

    private void tell(Sample sample, Figures contact) {
        List<String> missing = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        int told = 0;
        for (Quantity quantity : Quantity.values()) {
            @Nullable
            Value value = sample.values().get(quantity);
            @Nullable
            Supply supply = quantity.supply(sample.way()).orElse(null);
            if (!(supply instanceof Supply.Member) && !(supply instanceof Supply.Registers)) {
                continue;
            } else if (value == null) {
                missing.add(quantity.channelId());
            } else if (value.equals(Value.UNKNOWN)) {
                unknown.add(quantity.channelId());
            } else {
                told++;
            }
        }
        long age = contact.sinceAnswer().map(Duration::toSeconds).orElse(Long.valueOf(0));
        say("values", Long.toString(age), Long.toString(sample.responseTime().toMillis()), Integer.toString(told));
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
            contact.failure().ifPresent(failure -> say("failure", words(failure)));
        } else if (contact.answers() > 0) {
            say("no-failures", Integer.toString(contact.answers()));
        }
    }

    private void tellOfWaiting(boolean waited) {
        if (!waited) {
            say("no-answer", Long.toString(PATIENCE.toSeconds()));
        }
    }

    private String words(SourceException failure) {
        return texts.told(failure.problem().key(), String.valueOf(failure.getMessage()),
                failure.arguments().toArray());
    }

    private void say(String key, Object... arguments) {
        lines.add(texts.told(KEY + key, key, arguments));
    }
}
