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
package org.openhab.binding.selectronic.internal.handler;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.text.ChannelTexts;
import org.openhab.core.thing.binding.ThingHandlerService;

/**
 * What every handler needs of openHAB.
 *
 * @param timing the clocks and the executor
 * @param texts provides texts and the time zone
 * @param storage the storage of things, kept over a restart
 * @param refused stores which credentials were refused
 * @param ofInverter the services that openHAB attaches to each inverter: actions
 * @param ofBridge the services that openHAB attaches to each bridge: actions and discovery
 * @param inverters the inverters of all bridges, from initialize to dispose
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Services(Timing timing, ChannelTexts texts, ThingStorage storage, RefusedCredentials refused,
        Collection<Class<? extends ThingHandlerService>> ofInverter,
        Collection<Class<? extends ThingHandlerService>> ofBridge, Set<InverterHandler> inverters) {
    /** Services of handlers that know of no inverters yet. */
    public Services(Timing timing, ChannelTexts texts, ThingStorage storage, RefusedCredentials refused,
            Collection<Class<? extends ThingHandlerService>> ofInverter,
            Collection<Class<? extends ThingHandlerService>> ofBridge) {
        this(timing, texts, storage, refused, ofInverter, ofBridge, ConcurrentHashMap.newKeySet());
    }
}
