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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.gateway.Board;
import org.openhab.binding.selectronic.internal.gateway.GatewayAddress;
import org.openhab.binding.selectronic.internal.handler.TextReference;
import org.openhab.binding.selectronic.internal.http.BriefConnections;
import org.openhab.binding.selectronic.internal.model.HostName;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.core.config.discovery.AbstractDiscoveryService;
import org.openhab.core.config.discovery.DiscoveryResultBuilder;
import org.openhab.core.config.discovery.DiscoveryService;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.io.net.http.HttpClientFactory;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingRegistry;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for gateways when, and only when, the user asks for a scan. Nothing announces a gateway, so the hosts of the
 * local private networks are asked whether they are one; those that are a bridge already are left alone.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Component(service = DiscoveryService.class, configurationPid = "discovery.selectronic")
public class GatewayDiscoveryService extends AbstractDiscoveryService {
    /** A network of 254 silent hosts takes 16, 16 at a time and a second each; networks are asked side by side. */
    private static final int SCAN_SECONDS = 40;

    private final Logger logger = LoggerFactory.getLogger(GatewayDiscoveryService.class);
    private final HttpClientFactory clients;
    private final Supplier<List<GatewayAddress>> candidates;
    /** Knows the gateways that are things already. A scan works without it, too. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    protected volatile @Nullable ThingRegistry thingRegistry;
    /** What this scan has found, by segment and address: the id that the box tells. */
    private final Map<String, Map<GatewayAddress, String>> found = new LinkedHashMap<>();
    private @Nullable GatewayScan scan;

    /**
     * @param clients where the scan's own HTTP client comes from
     * @param translationProvider where labels come from
     * @param localeProvider which language they are in
     */
    @Activate
    public GatewayDiscoveryService(final @Reference HttpClientFactory clients,
            final @Reference TranslationProvider translationProvider, final @Reference LocaleProvider localeProvider) {
        this(clients, translationProvider, localeProvider,
                () -> LocalNetworks.hosts().stream().map(host -> new GatewayAddress(host, 0, false)).toList());
    }

    /**
     * @param clients where the scan's own HTTP client comes from
     * @param translationProvider where labels come from
     * @param localeProvider which language they are in
     * @param candidates who is asked
     */
    public GatewayDiscoveryService(HttpClientFactory clients, TranslationProvider translationProvider,
            LocaleProvider localeProvider, Supplier<List<GatewayAddress>> candidates) {
        super(Set.of(THING_TYPE_GATEWAY), SCAN_SECONDS, false);
        this.clients = clients;
        this.i18nProvider = translationProvider;
        this.localeProvider = localeProvider;
        this.candidates = candidates;
    }

    @Override
    protected synchronized void startScan() {
        endScan();
        Set<String> known = gateways().stream().map(thing -> thing.getConfiguration().get(PARAMETER_HOST))
                .filter(Objects::nonNull).map(host -> HostName.normal(host.toString())).collect(Collectors.toSet());
        List<GatewayAddress> unknown = candidates.get().stream()
                .filter(candidate -> !known.contains(HostName.normal(candidate.host()))).toList();
        GatewayScan scan = new GatewayScan(
                new BriefConnections(clients.createHttpClient("selectronic-scan"), GatewayScan.PATIENCE, scheduler),
                unknown, this::found, scheduler, this::finished);
        this.scan = scan;
        scheduler.execute(scan::start);
    }

    private List<Thing> gateways() {
        ThingRegistry registry = thingRegistry;
        return registry == null
                ? List.of()
                : registry.getAll().stream().filter(thing -> THING_TYPE_GATEWAY.equals(thing.getThingTypeUID()))
                        .toList();
    }

    @Override
    protected synchronized void stopScan() {
        endScan();
        proposeAll();
        super.stopScan();
    }

    @Override
    public synchronized void abortScan() {
        endScan();
        found.clear();
        super.abortScan();
    }

    /** The end of an earlier scan is none of the present one. */
    private synchronized void finished(GatewayScan ended) {
        if (scan == ended) {
            stopScan();
        }
    }

    @Override
    protected void deactivate() {
        super.deactivate();
        stopScan();
    }

    private void endScan() {
        GatewayScan scan = this.scan;
        this.scan = null;
        if (scan != null) {
            scan.close();
        }
    }

    private synchronized void found(GatewayScan by, GatewayAddress address, Board board, List<Unit> units) {
        if (scan == by) {
            String id = board.id();
            // a box that does not tell its own id is known by its first inverter: better than by an address that changes
            String identity = id == null || id.isBlank() ? units.get(0).id() : id;
            found.computeIfAbsent(UidSegment.of(identity), first -> new LinkedHashMap<>()).put(address, identity);
        }
    }

    /** Proposes what was found once it is known whether two gateways claim one id. */
    private void proposeAll() {
        found.forEach((segment, claims) -> claims.forEach((address, identity) -> {
            if (claims.size() == 1 && !isClaimed(identity)) {
                propose(address, segment, identity, PROPERTY_BOARD_ID);
            } else {
                logger.warn("The gateway at {} has the id {}, which another gateway has too", address.hostAndPort(),
                        identity);
                propose(address, UidSegment.of(identity, address.hostAndPort()), identity, PARAMETER_HOST);
            }
        }));
        found.clear();
    }

    /** A gateway that is in contact has this id. One that is not may be just this one at its new address. */
    private boolean isClaimed(String identity) {
        return gateways().stream().anyMatch(thing -> thing.getStatus() == ThingStatus.ONLINE
                && identity.equals(thing.getProperties().get(PROPERTY_BOARD_ID)));
    }

    private void propose(GatewayAddress address, String segment, String identity, String representation) {
        thingDiscovered(DiscoveryResultBuilder.create(new ThingUID(THING_TYPE_GATEWAY, segment))
                .withLabel(TextReference.of("discovery.gateway.label", List.of(address.host())))
                .withProperty(PARAMETER_HOST, address.host()).withProperty(PROPERTY_BOARD_ID, identity)
                .withRepresentationProperty(representation).build());
    }
}
