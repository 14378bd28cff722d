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
package org.openhab.binding.selectronic.internal;

import static org.openhab.binding.selectronic.internal.SelectronicBindingConstants.*;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import javax.net.ssl.SSLSocketFactory;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.action.BridgeActions;
import org.openhab.binding.selectronic.internal.action.InverterActions;
import org.openhab.binding.selectronic.internal.discovery.InverterDiscoveryService;
import org.openhab.binding.selectronic.internal.handler.GatewayBridgeHandler;
import org.openhab.binding.selectronic.internal.handler.GatewayClients;
import org.openhab.binding.selectronic.internal.handler.InverterHandler;
import org.openhab.binding.selectronic.internal.handler.NativePlatform;
import org.openhab.binding.selectronic.internal.handler.NetworkBridgeHandler;
import org.openhab.binding.selectronic.internal.handler.PortalBridgeHandler;
import org.openhab.binding.selectronic.internal.handler.PortalClients;
import org.openhab.binding.selectronic.internal.handler.RefusedCredentials;
import org.openhab.binding.selectronic.internal.handler.SerialBridgeHandler;
import org.openhab.binding.selectronic.internal.handler.Services;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.internal.handler.TunnelBridgeHandler;
import org.openhab.binding.selectronic.internal.polling.SteadyClock;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.splink.link.SerialLinks;
import org.openhab.binding.selectronic.internal.text.ChannelTexts;
import org.openhab.core.common.ThreadPoolManager;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TimeZoneProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.io.net.http.HttpClientFactory;
import org.openhab.core.storage.StorageService;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.binding.BaseThingHandlerFactory;
import org.openhab.core.thing.binding.ThingHandler;
import org.openhab.core.thing.binding.ThingHandlerFactory;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Creates the handler of a thing and passes it the services that it needs.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Component(service = ThingHandlerFactory.class, configurationPid = "binding.selectronic")
public class SelectronicHandlerFactory extends BaseThingHandlerFactory {
    private static final String STORAGE = BINDING_ID + ".inverters", REFUSALS = BINDING_ID + ".refusals";

    private final Services services;
    private final GatewayClients gatewayClients;
    private final PortalClients portalClients;
    private final NativePlatform platform;

    /** Present while openHAB's serial transport is installed. Only the serial connection needs it. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable SerialLinks serialLinks;

    /**
     * @param httpClientFactory creates HTTP clients
     * @param storageService provides the storage that survives a restart
     * @param translationProvider provides texts
     * @param localeProvider provides the language of texts
     * @param timeZoneProvider provides the time zone of times in texts
     */
    @Activate
    public SelectronicHandlerFactory(final @Reference HttpClientFactory httpClientFactory,
            final @Reference StorageService storageService, final @Reference TranslationProvider translationProvider,
            final @Reference LocaleProvider localeProvider, final @Reference TimeZoneProvider timeZoneProvider) {
        ClassLoader loader = getClass().getClassLoader();
        Timing timing = new Timing(new SteadyClock(), Clock.systemUTC(),
                ThreadPoolManager.getScheduledPool("thingHandler"), new Random());
        this.services = new Services(timing,
                new ChannelTexts(FrameworkUtil.getBundle(getClass()), translationProvider, localeProvider,
                        timeZoneProvider),
                new ThingStorage(storageService.getStorage(STORAGE, loader)),
                new RefusedCredentials(storageService.getStorage(REFUSALS, loader)), List.of(InverterActions.class),
                List.of(InverterDiscoveryService.class, BridgeActions.class));
        this.gatewayClients = new GatewayClients(httpClientFactory);
        this.portalClients = PortalClients.of(httpClientFactory, timing.executor());
        this.platform = new NativePlatform(ThreadPoolManager.getPool("selectronic"), timing.clock(),
                (SSLSocketFactory) SSLSocketFactory.getDefault(), () -> Optional.ofNullable(serialLinks));
    }

    @Override
    public boolean supportsThingType(ThingTypeUID thingTypeUID) {
        return THING_TYPES.contains(thingTypeUID);
    }

    @Override
    protected @Nullable ThingHandler createHandler(Thing thing) {
        ThingTypeUID type = thing.getThingTypeUID();
        if (THING_TYPE_INVERTER.equals(type)) {
            return new InverterHandler(thing, services);
        }
        return thing instanceof Bridge bridge ? createBridgeHandler(bridge) : null;
    }

    private @Nullable ThingHandler createBridgeHandler(Bridge bridge) {
        ThingTypeUID type = bridge.getThingTypeUID();
        if (THING_TYPE_GATEWAY.equals(type)) {
            return new GatewayBridgeHandler(bridge, services, gatewayClients);
        } else if (THING_TYPE_SERIAL.equals(type)) {
            return new SerialBridgeHandler(bridge, services, platform);
        } else if (THING_TYPE_NETWORK.equals(type)) {
            return new NetworkBridgeHandler(bridge, services, platform);
        } else if (THING_TYPE_TUNNEL.equals(type)) {
            return new TunnelBridgeHandler(bridge, services, platform);
        } else if (THING_TYPE_PORTAL.equals(type)) {
            return new PortalBridgeHandler(bridge, services, portalClients);
        }
        return null;
    }
}
