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
package org.openhab.binding.selectronic.internal.fake;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.action.BridgeActions;
import org.openhab.binding.selectronic.internal.action.InverterActions;
import org.openhab.binding.selectronic.internal.discovery.InverterDiscoveryService;
import org.openhab.binding.selectronic.internal.handler.RefusedCredentials;
import org.openhab.binding.selectronic.internal.handler.Services;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.text.ChannelTexts;
import org.openhab.core.storage.Storage;

/**
 * What handlers need of openHAB, in tests.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class TestServices {
    public static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    private TestServices() {
    }

    /** Without texts, in Sydney, with storage of its own. */
    public static Services of(Timing timing) {
        return of(timing, new FakeStorage());
    }

    public static Services of(Timing timing, Storage<String> storage) {
        return of(timing, SYDNEY, storage, new FakeStorage());
    }

    public static Services of(Timing timing, ZoneId zone, Storage<String> storage, Storage<String> refusals) {
        return of(timing, texts(zone), storage, refusals);
    }

    public static Services of(Timing timing, ChannelTexts texts, Storage<String> storage, Storage<String> refusals) {
        return new Services(timing, texts, new ThingStorage(storage), new RefusedCredentials(refusals),
                List.of(InverterActions.class), List.of(InverterDiscoveryService.class, BridgeActions.class));
    }

    private static ChannelTexts texts(ZoneId zone) {
        return new ChannelTexts(null, new NoTexts(), () -> Locale.ROOT, () -> zone);
    }
}
