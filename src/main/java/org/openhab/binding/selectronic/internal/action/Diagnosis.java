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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.diagnostics.ConnectionState;
import org.openhab.binding.selectronic.internal.diagnostics.ContactLog;
import org.openhab.binding.selectronic.internal.diagnostics.DiagnosticsReport;
import org.openhab.binding.selectronic.internal.diagnostics.DiagnosticsReport.Facts;
import org.openhab.binding.selectronic.internal.handler.InverterHandler;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.RegisterDimension;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.binding.ThingHandler;
import org.openhab.core.thing.type.ChannelTypeUID;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * Collects the data of a diagnostics report.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Diagnosis {
    private Diagnosis() {
    }

    /**
     * @param things the things of the report
     * @param zone the time zone of the house
     * @return the report
     */
    public static String of(Collection<Thing> things, ZoneId zone) {
        Clock wall = Clock.systemUTC();
        DiagnosticsReport report = new DiagnosticsReport(versions(), wall, zone);
        things.forEach(thing -> report.add(facts(thing, wall)));
        return report.toString();
    }

    /**
     * Writes a report into a new file in openHAB's userdata folder, as the user interface shows one line of a text.
     *
     * @param things the things of the report
     * @param zone the time zone of the house
     * @return the path of the file; why it could not be written otherwise
     */
    static String written(Collection<Thing> things, ZoneId zone) {
        try {
            Path file = Files.createTempFile(folder(), "selectronic-report-", ".md");
            Files.writeString(file, of(things, zone));
            return file.toString();
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** @return the folder of files for the owner: openHAB's userdata folder, or that for temporary files without one */
    public static Path folder() {
        return Path.of(String.valueOf(System.getProperty("openhab.userdata", System.getProperty("java.io.tmpdir"))))
                .toAbsolutePath().normalize();
    }

    private static Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("binding", version(Diagnosis.class));
        versions.put("openHAB", version(Thing.class));
        versions.put("Java", System.getProperty("java.version") + " " + System.getProperty("java.vendor"));
        versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch"));
        return versions;
    }

    private static String version(Class<?> type) {
        @Nullable
        Bundle bundle = FrameworkUtil.getBundle(type);
        return bundle == null ? "not a bundle" : bundle.getVersion().toString();
    }

    private static Facts facts(Thing thing, Clock clock) {
        ContactLog contact = new ContactLog(clock);
        List<Unit> units = List.of();
        List<ConnectionState> connections = List.of();
        @Nullable
        ThingHandler handler = thing.getHandler();
        if (handler instanceof InverterHandler inverter) {
            contact = inverter.contact();
            units = inverter.unit().stream().toList();
            connections = inverter.alternatives();
        } else if (handler instanceof SourceBridgeHandler bridge) {
            contact = bridge.contact();
            units = bridge.units();
        }
        ThingStatusInfo status = thing.getStatusInfo();
        return new Facts(thing.getThingTypeUID().getId(), thing.getUID().getId(),
                status.getStatus() + " " + status.getStatusDetail(), status.getDescription(),
                thing.getConfiguration().getProperties(), thing.getProperties(), contact.figures(), units, connections,
                Stream.of(Quantity.values()).filter(quantity -> thing.getChannel(quantity.channelId()) != null)
                        .toList(),
                thing.getChannels().stream().filter(Diagnosis::isRegister)
                        .map(channel -> String.valueOf(channel.getConfiguration().get("register"))).toList());
    }

    private static boolean isRegister(Channel channel) {
        ChannelTypeUID type = channel.getChannelTypeUID();
        return type != null && RegisterDimension.ofChannelType(type.getId()).isPresent();
    }
}
