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
package org.openhab.binding.selectronic.internal.discovery;

import static org.openhab.binding.selectronic.internal.SelectronicBindingConstants.*;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.config.InverterConfiguration;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.openhab.binding.selectronic.internal.polling.SteadyClock;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.source.UnitChoice;
import org.openhab.binding.selectronic.internal.text.TranslatedText;
import org.openhab.core.config.discovery.AbstractThingHandlerDiscoveryService;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.config.discovery.DiscoveryResultBuilder;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Discovers inverters of a bridge that are not things yet, at no extra cost: the bridge reads their list anyway. A
 * result is sent to openHAB again only if it has changed, if the user starts a scan, or before it expires.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Component(scope = ServiceScope.PROTOTYPE, service = InverterDiscoveryService.class, configurationPid = "discovery.selectronic")
public class InverterDiscoveryService extends AbstractThingHandlerDiscoveryService<SourceBridgeHandler> {
    private static final int SCAN_SECONDS = 10;
    /** Time to live of a result. The bridge reads the list every hour: a unit missing for three hours is gone. */
    private static final Duration LASTING = Duration.ofHours(3);
    /** Interval after which a result is sent again, so that it does not expire. */
    private static final Duration RENEWED = Duration.ofMinutes(105);

    private final Logger logger = LoggerFactory.getLogger(InverterDiscoveryService.class);
    private final Clock clock;
    private Map<ThingUID, Proposal> proposed = Map.of();
    private Set<String> claimedTwice = Set.of();

    private record Proposal(Unit unit, String property, String identity, Instant time) {
        boolean says(Proposal other) {
            return unit.equals(other.unit) && property.equals(other.property) && identity.equals(other.identity);
        }
    }

    /**
     * @param translationProvider provides labels
     * @param localeProvider provides the language of labels
     */
    @Activate
    public InverterDiscoveryService(final @Reference TranslationProvider translationProvider,
            final @Reference LocaleProvider localeProvider) {
        this(translationProvider, localeProvider, new SteadyClock());
    }

    /**
     * @param translationProvider provides labels
     * @param localeProvider provides the language of labels
     * @param clock a monotonic clock
     */
    InverterDiscoveryService(TranslationProvider translationProvider, LocaleProvider localeProvider, Clock clock) {
        super(SourceBridgeHandler.class, Set.of(THING_TYPE_INVERTER), SCAN_SECONDS, true);
        this.i18nProvider = translationProvider;
        this.localeProvider = localeProvider;
        this.clock = clock;
    }

    @Override
    protected void startScan() {
        synchronized (this) {
            // a scan shows all units, including those that were removed from the inbox
            proposed = Map.of();
        }
        thingHandler.refreshUnits();
        thingHandler.setUnitsListener(this::propose);
    }

    @Override
    protected void startBackgroundDiscovery() {
        thingHandler.setUnitsListener(this::propose);
    }

    @Override
    protected void stopBackgroundDiscovery() {
        thingHandler.setUnitsListener(null);
    }

    @Override
    public void dispose() {
        super.dispose();
        thingHandler.setUnitsListener(null);
    }

    private synchronized void propose(List<Unit> listed) {
        warnOfClaims(listed);
        Map<ThingUID, Proposal> before = proposed;
        Map<ThingUID, Proposal> present = new HashMap<>();
        Collection<Unit> things = things(listed);
        proposals(listed).forEach((thing, proposal) -> {
            if (things.contains(proposal.unit)) {
                return;
            }
            Proposal known = before.get(thing);
            boolean lasts = known != null && known.says(proposal)
                    && Duration.between(known.time, proposal.time).compareTo(RENEWED) < 0;
            if (!lasts) {
                thingDiscovered(result(thing, proposal));
            }
            present.put(thing, lasts && known != null ? known : proposal);
        });
        proposed = present;
    }

    private DiscoveryResult result(ThingUID thing, Proposal proposal) {
        return DiscoveryResultBuilder.create(thing).withBridge(thingHandler.getThing().getUID())
                .withLabel(label(proposal.unit)).withProperty(proposal.property, proposal.identity)
                .withRepresentationProperty(proposal.property).withTTL(LASTING.toSeconds()).build();
    }

    /**
     * Returns the units that already have a thing at this bridge, regardless of how its configuration spells their
     * identity.
     */
    private Collection<Unit> things(List<Unit> listed) {
        Set<Unit> meant = new HashSet<>();
        for (Thing thing : thingHandler.getThing().getThings()) {
            InverterConfiguration config = thing.getConfiguration().as(InverterConfiguration.class);
            try {
                meant.add(new UnitChoice(config.deviceId, config.serialNumber).among(listed));
            } catch (SourceException e) {
                logger.trace("{} means none of them: {}", thing.getUID(), e.getMessage());
            }
        }
        return meant;
    }

    /**
     * Identifies a unit by its serial number, or by the id at its bridge if it has none or if another unit has the same
     * one.
     */
    private Map<ThingUID, Proposal> proposals(List<Unit> listed) {
        Instant now = clock.instant();
        List<Proposal> proposals = listed.stream().distinct().map(unit -> {
            String serialNumber = unit.identity().serialNumber();
            return serialNumber == null || isShared(serialNumber, listed)
                    ? new Proposal(unit, PARAMETER_DEVICE_ID, unit.id(), now)
                    : new Proposal(unit, SERIAL_NUMBER, serialNumber, now);
        }).toList();
        Map<ThingUID, Proposal> byThing = new LinkedHashMap<>();
        for (Proposal proposal : proposals) {
            String segment = UidSegment.of(proposal.identity);
            boolean alone = proposals.stream().filter(other -> UidSegment.of(other.identity).equals(segment))
                    .count() == 1;
            byThing.put(
                    new ThingUID(THING_TYPE_INVERTER, thingHandler.getThing().getUID(),
                            alone ? segment
                                    : UidSegment.of(segment, UidSegment.hash(proposal.property + proposal.identity))),
                    proposal);
        }
        return byThing;
    }

    private static boolean isShared(String serialNumber, List<Unit> listed) {
        return listed.stream().filter(unit -> serialNumber.equals(unit.identity().serialNumber())).map(Unit::id)
                .distinct().count() > 1;
    }

    private void warnOfClaims(List<Unit> listed) {
        Set<String> now = listed.stream().map(unit -> unit.identity().serialNumber()).filter(Objects::nonNull)
                .map(Objects::requireNonNull).filter(serialNumber -> isShared(serialNumber, listed))
                .collect(Collectors.toSet());
        if (!now.equals(claimedTwice)) {
            claimedTwice = now;
            now.forEach(serialNumber -> logger.warn("{}: several inverters have the serial number {}: {}",
                    thingHandler.getThing().getUID(), serialNumber,
                    listed.stream().filter(unit -> serialNumber.equals(unit.identity().serialNumber())).map(Unit::id)
                            .collect(Collectors.joining(", "))));
        }
    }

    private static String label(Unit unit) {
        @Nullable
        String given = unit.label();
        return given == null ? TranslatedText.of("discovery.inverter.label", List.of(unit.name()))
                : TranslatedText.of("discovery.inverter.label-given", List.of(unit.name(), given));
    }
}
