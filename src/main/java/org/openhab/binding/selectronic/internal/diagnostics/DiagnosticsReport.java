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
package org.openhab.binding.selectronic.internal.diagnostics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.diagnostics.ContactLog.Figures;
import org.openhab.binding.selectronic.internal.model.Origin;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.RegisterDimension;
import org.openhab.binding.selectronic.internal.model.RegisterValue;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.splink.memory.Registers;

/**
 * A text about things without private data, which can be posted in a forum. In English for the people who help.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class DiagnosticsReport {
    private static final String FENCE = "```";
    private static final double MILLIS_PER_SECOND = 1000;

    private final StringBuilder text = new StringBuilder();

    /**
     * Input of a report: everything about one thing, including secrets.
     *
     * @param type the id of its type
     * @param id the last part of its UID
     * @param status its status and the detail of it
     * @param description the text of its status, null for none
     * @param configuration its configuration
     * @param properties its properties
     * @param contact the statistics of answers and failures
     * @param units the units found by a bridge, or the unit of an inverter
     * @param connections the connections of an inverter that has several
     * @param channels the quantities that it has channels for
     * @param registers the registers that it has channels for
     */
    public record Facts(String type, String id, String status, @Nullable String description,
            Map<String, Object> configuration, Map<String, String> properties, ContactLog.Figures contact,
            List<Unit> units, List<ConnectionState> connections, List<Quantity> channels, List<String> registers) {
    }

    /**
     * Starts a report.
     *
     * @param versions names of programs with their versions
     * @param wall the time of day
     * @param zone the time zone of the house; only its offset is shown
     */
    public DiagnosticsReport(Map<String, String> versions, Clock wall, ZoneId zone) {
        Instant now = wall.instant().truncatedTo(ChronoUnit.SECONDS);
        text.append(FENCE).append("text\nSelectronic binding: diagnostics report\n");
        line("time", now + ", offset " + zone.getRules().getOffset(now));
        versions.forEach(this::line);
    }

    /**
     * @param facts everything about a thing; only what may be shown is added
     * @return this
     */
    public DiagnosticsReport add(Facts facts) {
        Figures contact = facts.contact();
        text.append('\n').append(facts.type()).append(' ').append(Redaction.end(facts.id())).append('\n');
        line("status", facts.status() + Redaction.status(facts.description()).map(key -> " " + key).orElse(""));
        line("configuration",
                new TreeMap<>(facts.configuration()).entrySet().stream()
                        .map(each -> each.getKey() + "=" + Redaction.parameter(each.getKey(), each.getValue()))
                        .collect(Collectors.joining(", ")));
        line("properties",
                new TreeMap<>(facts.properties()).entrySet().stream()
                        .map(each -> each.getKey() + "=" + Redaction.property(each.getKey(), each.getValue()))
                        .collect(Collectors.joining(", ")));
        line("units", facts.units().stream().map(DiagnosticsReport::unit).collect(Collectors.joining(", ")));
        facts.connections()
                .forEach(each -> line(each.type().name().toLowerCase(Locale.ROOT) + " " + Redaction.end(each.id()),
                        each.words() + each.outage().map(outage -> ", no values: " + outage.problem()).orElse("")));
        line("answers", contact.answers() + contact.sinceAnswer().map(age -> ", the last one " + ago(age)).orElse(""));
        line("failures", failures(contact));
        contact.responses().ifPresent(responses -> line("response time", responses.quickest().toMillis() + " to "
                + responses.slowest().toMillis() + " ms, mean " + responses.mean().toMillis() + " ms"));
        contact.sample().ifPresentOrElse(sample -> {
            add(sample, facts.channels());
            facts.registers()
                    .forEach(name -> line("  register " + known(name), register(sample.registers().get(name), sample)));
        }, () -> line("channels", facts.channels().isEmpty() ? "" : facts.channels().size() + ", no values yet"));
        return this;
    }

    private void add(Sample sample, List<Quantity> channels) {
        line("connection", sample.connectionType().name());
        line("sample", sample.time() + Optional.ofNullable(sample.sourceNow()).map(now -> ", reported at " + now)
                .orElse(", without the time of the device"));
        List<String> missing = new ArrayList<>();
        for (Quantity quantity : channels) {
            Optional<Origin> origin = quantity.origin(sample.connectionType());
            // the time of the sample is not among its values
            if (!sample.values().containsKey(quantity) && quantity != Quantity.CONNECTION_SAMPLE_TIME
                    && origin.filter(DiagnosticsReport::isReported).isPresent()) {
                missing.add(quantity.channelId());
            }
        }
        line("channels", channels.size() + (missing.isEmpty() ? "" : ", not reported: " + String.join(", ", missing)));
        for (Quantity quantity : Quantity.values()) {
            Value value = sample.values().get(quantity);
            if (value != null) {
                line("  " + quantity.channelId(),
                        Redaction.value(value) + (value instanceof Value.Numeric && quantity.form().unit() != null
                                ? " " + quantity.form().unit()
                                : "") + origin(quantity, sample).map(from -> " from " + from).orElse(""));
            }
        }
    }

    private static String known(String register) {
        return Registers.all().stream().anyMatch(each -> each.name().equals(register)) ? register
                : "of an unknown name";
    }

    private static String register(@Nullable RegisterValue value, Sample sample) {
        if (value == null) {
            return sample.connectionType().isNative() ? "not read, because its channel has no item"
                    : "not supplied by this connection";
        }
        // a plain number may be a serial number
        return value.finding() != RegisterValue.Finding.READ ? value.toString()
                : value.dimension() == RegisterDimension.NUMBER ? "a number"
                        : Redaction.value(value.value()) + (value.unit().isEmpty() ? "" : " " + value.unit());
    }

    private static boolean isReported(Origin origin) {
        return origin instanceof Origin.Member || origin instanceof Origin.Registers;
    }

    /**
     * @param quantity a quantity
     * @param sample a sample that has it
     * @return the member or the registers that it was read from, empty for a derived value
     */
    public static Optional<String> origin(Quantity quantity, Sample sample) {
        Origin origin = quantity.origin(sample.connectionType()).orElse(null);
        if (origin instanceof Origin.Member member) {
            return Optional.of(member.name() + (member.negated() ? " (negated)" : ""));
        } else if (origin instanceof Origin.Registers registers) {
            return Optional.of(registers.names().stream().map(name -> Registers.named(name).range().address())
                    .map(address -> String.format(Locale.ROOT, "0x%04X", address)).collect(Collectors.joining(" ")));
        }
        return Optional.empty();
    }

    private static String unit(Unit unit) {
        String firmware = unit.identity().firmware();
        return Redaction.end(unit.name()) + " (" + Redaction.model(unit.identity().model()) + ", firmware "
                + (firmware == null ? "not reported" : Redaction.versions(firmware)) + ")";
    }

    private static String failures(Figures contact) {
        String kinds = new TreeMap<>(contact.failures()).entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey()).collect(Collectors.joining(", "));
        return contact.allFailures() == 0 ? "0"
                : contact.allFailures() + " (" + kinds + "), in a row " + contact.failuresInARow()
                        + contact.failure().map(last -> ", the last one " + last.problem()).orElse("")
                        + contact.sinceFailure().map(age -> " " + ago(age)).orElse("");
    }

    /**
     * @param age an age
     * @return its text
     */
    public static String ago(Duration age) {
        return String.format(Locale.ROOT, "%.1f s ago", age.toMillis() / MILLIS_PER_SECOND);
    }

    private void line(String name, String value) {
        if (!value.isEmpty()) {
            text.append("  ").append(name).append(": ").append(value).append('\n');
        }
    }

    /** @return the report as a block of code in Markdown */
    @Override
    public String toString() {
        return text + FENCE + "\n";
    }
}
