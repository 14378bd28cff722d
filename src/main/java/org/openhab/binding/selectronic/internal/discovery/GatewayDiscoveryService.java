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
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.gateway.Board;
import org.openhab.binding.selectronic.internal.http.BriefConnections;
import org.openhab.binding.selectronic.internal.http.HttpAddress;
import org.openhab.binding.selectronic.internal.model.HostName;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.text.TranslatedText;
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
 * Discovers gateways when, and only when, the user starts a scan. Gateways do not announce themselves, so all hosts of
 * the local private networks are asked; existing bridges are left alone.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Component(service = DiscoveryService.class, configurationPid = "discovery.selectronic")
public class GatewayDiscoveryService extends AbstractDiscoveryService {
    /** A network of 254 silent hosts takes 16 s: 16 hosts at a time, 1 s each; networks are scanned in parallel. */
    private static final int SCAN_SECONDS = 40;

    private final Logger logger = LoggerFactory.getLogger(GatewayDiscoveryService.class);
    private final HttpClientFactory clients;
    private final Provider<List<HttpAddress>> candidates;
    /** Contains the gateways that are things already. A scan works without it, too. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    protected volatile @Nullable ThingRegistry thingRegistry;
    /** Results of this scan, by UID segment and address: the id reported by the gateway. */
    private final Map<String, Map<HttpAddress, String>> found = new LinkedHashMap<>();
    private @Nullable GatewayScan scan;

    /**
     * @param clients creates the HTTP client of the scan
     * @param translationProvider provides labels
     * @param localeProvider provides the language of labels
     */
    @Activate
    public GatewayDiscoveryService(final @Reference HttpClientFactory clients,
            final @Reference TranslationProvider translationProvider, final @Reference LocaleProvider localeProvider) {
        this(clients, translationProvider, localeProvider,
                () -> LocalNetworks.hosts().stream().map(host -> new HttpAddress(host, 0, false)).toList());
    }

    /**
     * @param clients creates the HTTP client of the scan
     * @param translationProvider provides labels
     * @param localeProvider provides the language of labels
     * @param candidates the addresses to scan
     */
    public GatewayDiscoveryService(HttpClientFactory clients, TranslationProvider translationProvider,
            LocaleProvider localeProvider, Provider<List<HttpAddress>> candidates) {
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
        List<HttpAddress> unknown = candidates.get().stream()
                .filter(candidate -> !known.contains(HostName.normal(candidate.host()))).toList();
        GatewayScan scan = new GatewayScan(
                new BriefConnections(clients.createHttpClient("selectronic-scan"), GatewayScan.PATIENCE, scheduler),
                unknown, this::found, scheduler, this::finished);
        this.scan = scan;
        scheduler.execute(scan::start);
    }

    private List<Thing> gateways() {
        ThingRegistry registry = thingRegistry;
        return registry == null ? List.of()
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

    /** Ignores the end of an earlier scan. */
    private synchronized void finished(GatewayScan ended) {
        if (ended.equals(scan)) {
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

    private synchronized void found(GatewayScan by, HttpAddress address, Board board, List<Unit> units) {
        if (by.equals(scan)) {
            String id = board.id();
            // a gateway without an id is identified by its first inverter, which is better than an address that can
            // change
            String identity = id == null || id.isBlank() ? units.get(0).id() : id;
            Objects.requireNonNull(found.computeIfAbsent(UidSegment.of(identity), first -> new LinkedHashMap<>()))
                    .put(address, identity);
        }
    }

    /** Adds the gateways to the inbox once it is known whether two of them have the same id. */
    private void proposeAll() {
        found.forEach((segment, claims) -> claims.forEach((address, identity) -> {
            if (claims.size() == 1 && !isClaimed(identity)) {
                propose(address, segment, identity, PROPERTY_BOARD_ID);
            } else {
                logger.warn("The gateway at {} has the id {}, which another gateway has too", address.name(), identity);
                propose(address, UidSegment.of(identity, address.name()), identity, PARAMETER_HOST);
            }
        }));
        found.clear();
    }

    /**
     * Whether a gateway that is online has this id. If it is offline, the discovered one may be the same gateway at a
     * new address.
     */
    private boolean isClaimed(String identity) {
        return gateways().stream().anyMatch(thing -> thing.getStatus() == ThingStatus.ONLINE
                && identity.equals(thing.getProperties().get(PROPERTY_BOARD_ID)));
    }

    private void propose(HttpAddress address, String segment, String identity, String representation) {
        thingDiscovered(DiscoveryResultBuilder.create(new ThingUID(THING_TYPE_GATEWAY, segment))
                .withLabel(TranslatedText.of("discovery.gateway.label", List.of(address.host())))
                .withProperty(PARAMETER_HOST, address.host()).withProperty(PROPERTY_BOARD_ID, identity)
                .withRepresentationProperty(representation).build());
    }
}
