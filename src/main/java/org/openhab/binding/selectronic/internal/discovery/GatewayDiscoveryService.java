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

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.gateway.Board;
import org.openhab.binding.selectronic.internal.gateway.GatewayAddress;
import org.openhab.binding.selectronic.internal.handler.TextReference;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.core.config.discovery.AbstractDiscoveryService;
import org.openhab.core.config.discovery.DiscoveryResultBuilder;
import org.openhab.core.config.discovery.DiscoveryService;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.io.net.http.HttpClientFactory;
import org.openhab.core.thing.ThingUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks for gateways when, and only when, the user asks for a scan. Nothing announces a gateway, so the hosts of the
 * local private networks are asked one after another whether they are one.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Component(service = DiscoveryService.class, configurationPid = "discovery.selectronic")
public class GatewayDiscoveryService extends AbstractDiscoveryService {
    /** Enough for two networks of 254 silent hosts, 16 at a time, a second each. */
    private static final int SCAN_SECONDS = 40;

    private final HttpClientFactory clients;
    private final Supplier<List<GatewayAddress>> candidates;
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
        GatewayScan scan = new GatewayScan(clients.createHttpClient("selectronic-scan"), candidates.get(),
                this::propose, scheduler, this::stopScan);
        this.scan = scan;
        scheduler.execute(scan::start);
    }

    @Override
    protected synchronized void stopScan() {
        endScan();
        super.stopScan();
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

    private void propose(GatewayAddress address, Board board, List<Unit> units) {
        String id = board.id();
        // a box that does not tell its own id is known by its first inverter: better than by an address that changes
        String identity = id == null ? units.get(0).id() : id;
        thingDiscovered(DiscoveryResultBuilder.create(new ThingUID(THING_TYPE_GATEWAY, identity))
                .withLabel(TextReference.of("discovery.gateway.label", List.of(address.host())))
                .withProperty(PARAMETER_HOST, address.host()).withProperty(PROPERTY_BOARD_ID, identity)
                .withRepresentationProperty(PROPERTY_BOARD_ID).build());
    }
}
