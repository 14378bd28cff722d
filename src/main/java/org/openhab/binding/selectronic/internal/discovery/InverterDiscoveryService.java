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

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.openhab.binding.selectronic.internal.handler.TextReference;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.core.config.discovery.AbstractThingHandlerDiscoveryService;
import org.openhab.core.config.discovery.DiscoveryResultBuilder;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.thing.ThingUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * Proposes the inverters that a bridge reaches. It costs nothing: the bridge reads their list anyway.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Component(scope = ServiceScope.PROTOTYPE, service = InverterDiscoveryService.class, configurationPid = "discovery.selectronic")
public class InverterDiscoveryService extends AbstractThingHandlerDiscoveryService<SourceBridgeHandler> {
    private static final int SCAN_SECONDS = 10;
    /** The bridge reads the list every hour: a unit that was not on it for three is gone. */
    private static final Duration LASTING = Duration.ofHours(3);

    /**
     * @param translationProvider where labels come from
     * @param localeProvider which language they are in
     */
    @Activate
    public InverterDiscoveryService(final @Reference TranslationProvider translationProvider,
            final @Reference LocaleProvider localeProvider) {
        super(SourceBridgeHandler.class, Set.of(THING_TYPE_INVERTER), SCAN_SECONDS, true);
        this.i18nProvider = translationProvider;
        this.localeProvider = localeProvider;
    }

    @Override
    protected void startScan() {
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

    private void propose(List<Unit> units) {
        ThingUID bridge = thingHandler.getThing().getUID();
        for (Unit unit : units) {
            @Nullable
            String serialNumber = unit.identity().serialNumber();
            // the identity is the serial number; a box that does not tell it has its own id for the unit
            String property = serialNumber == null ? PARAMETER_DEVICE_ID : SERIAL_NUMBER;
            String identity = serialNumber == null ? unit.id() : serialNumber;
            ThingUID thing = new ThingUID(THING_TYPE_INVERTER, bridge, identity.replaceAll("[^A-Za-z0-9_-]", "_"));
            thingDiscovered(DiscoveryResultBuilder.create(thing).withBridge(bridge)
                    .withLabel(label(unit))
                    .withProperty(property, identity)
                    .withRepresentationProperty(property).withTTL(LASTING.toSeconds()).build());
        }
    }

    private static String label(Unit unit) {
        @Nullable
        String given = unit.label();
        return given == null
                ? TextReference.of("discovery.inverter.label", List.of(unit.name()))
                : TextReference.of("discovery.inverter.label-given", List.of(unit.name(), given));
    }
}
