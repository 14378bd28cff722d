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
package org.openhab.binding.selectronic.internal.openhab;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.sameInstance;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.openhab.binding.selectronic.internal.fake.Anything;
import org.openhab.core.config.discovery.AbstractThingHandlerDiscoveryService;
import org.openhab.core.config.discovery.DiscoveryListener;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.config.discovery.DiscoveryResultBuilder;
import org.openhab.core.config.discovery.DiscoveryResultFlag;
import org.openhab.core.config.discovery.ScanListener;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.BridgeHandler;
import org.openhab.core.thing.binding.ThingHandler;

/**
 * Finds, and services that belong to a bridge and find what is below it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class DiscoveryTest {
    private static final long SOON = 5000;
    private static final ThingTypeUID INVERTER = new ThingTypeUID("selectronic", "inverter");
    private static final ThingUID GATEWAY = new ThingUID("selectronic:gateway:shed");
    private static final ThingUID UID = new ThingUID(INVERTER, GATEWAY, "123456");

    private final @NonNullByDefault({}) BridgeHandler handler = mock(BridgeHandler.class);
    private final @NonNullByDefault({}) DiscoveryListener listener = mock(DiscoveryListener.class);
    private final @NonNullByDefault({}) ScanListener scan = mock(ScanListener.class);

    /** Notes what is asked of it. */
    public static class Service extends AbstractThingHandlerDiscoveryService<BridgeHandler> {
        private final List<String> calls = new ArrayList<>();

        Service(int timeout, boolean background) {
            super(BridgeHandler.class, Set.of(INVERTER), timeout, background);
        }

        Service translating(TranslationProvider i18nProvider, LocaleProvider localeProvider) {
            this.i18nProvider = i18nProvider;
            this.localeProvider = localeProvider;
            return this;
        }

        void find(String label) {
            thingDiscovered(DiscoveryResultBuilder.create(UID).withLabel(label).build());
        }

        void lose() {
            thingRemoved(UID);
        }

        @Override
        protected void startScan() {
            calls.add("scan");
        }

        @Override
        protected void startBackgroundDiscovery() {
            calls.add("begin");
        }

        @Override
        protected void stopBackgroundDiscovery() {
            calls.add("end");
        }
    }

    @Test
    void aFindReportsWhatItWasBuiltWith() {
        DiscoveryResult result = DiscoveryResultBuilder.create(UID).withBridge(GATEWAY).withLabel("Shed")
                .withProperties(Map.of("serialNumber", "123456")).withProperty("model", "SPMC482")
                .withRepresentationProperty("serialNumber").withTTL(3600).build();
        assertThat(result.getThingUID(), is(UID));
        assertThat(result.getThingTypeUID(), is(INVERTER));
        assertThat(result.getBindingId(), is("selectronic"));
        assertThat(result.getBridgeUID(), is(GATEWAY));
        assertThat(result.getLabel(), is("Shed"));
        assertThat(result.getProperties(), is(Map.of("serialNumber", "123456", "model", "SPMC482")));
        assertThat(result.getRepresentationProperty(), is("serialNumber"));
        assertThat(result.getTimeToLive(), is(3600L));
        assertThat(result.getFlag(), is(DiscoveryResultFlag.NEW));
    }

    @Test
    void aFindNeedsNothingButItsId() {
        DiscoveryResult result = DiscoveryResultBuilder.create(UID).build();
        assertThat(result.getLabel(), is(""));
        assertThat(result.getProperties(), is(aMapWithSize(0)));
        assertThat(result.getBridgeUID(), is(nullValue()));
        assertThat(result.getTimeToLive(), is(DiscoveryResult.TTL_UNLIMITED));
        assertThrows(IllegalArgumentException.class, () -> DiscoveryResultBuilder.create(UID).withTTL(0).build());
    }

    @Test
    void backgroundDiscoveryLivesFromInitializeToDispose() {
        Service service = new Service(0, true);
        service.activate(Map.of());
        service.setThingHandler(handler);
        assertThat(service.calls, is(List.of()));
        assertThat(service.getThingHandler(), is(sameInstance(handler)));
        service.initialize();
        service.modified(Map.of("background", "false"));
        service.modified(Map.of("background", true));
        service.dispose();
        service.deactivate();
        assertThat(service.calls, contains("begin", "end", "begin", "end"));
    }

    @Test
    void theOwnerCanSwitchBackgroundDiscoveryOff() {
        Service service = new Service(0, true);
        service.activate(Map.of("background", false));
        service.setThingHandler(handler);
        service.initialize();
        service.dispose();
        assertThat(service.calls, is(List.of()));
    }

    @Test
    void aHandlerOfAnotherKindIsRefused() {
        Service service = new Service(0, false);
        ThingHandler other = Objects.requireNonNull(mock(ThingHandler.class));
        assertThrows(IllegalArgumentException.class, () -> service.setThingHandler(other));
        assertThrows(IllegalArgumentException.class, () -> new Service(-1, false));
    }

    @Test
    void aScanEndsByItself() {
        Service service = new Service(1, false);
        service.startScan(scan);
        assertThat(service.calls, contains("scan"));
        verify(scan, never()).onFinished();
        verify(scan, timeout(SOON)).onFinished();
    }

    @Test
    void aScanThatIsAbortedDoesNotFinish() {
        Service service = new Service(1000, false);
        service.startScan(scan);
        service.abortScan();
        verify(scan).onErrorOccurred(any());
        service.startScan(scan);
        service.startScan(mock(ScanListener.class));
        verify(scan).onFinished();
        service.abortScan();
    }

    @Test
    void listenersAreReportedNowAndLater() {
        Service service = new Service(0, false);
        service.addDiscoveryListener(listener);
        service.find("Shed");
        verify(listener, timeout(SOON)).thingDiscovered(Anything.any(), Anything.any());
        DiscoveryListener late = Objects.requireNonNull(mock(DiscoveryListener.class));
        service.addDiscoveryListener(late);
        verify(late, timeout(SOON)).thingDiscovered(Anything.any(), Anything.any());
        service.lose();
        verify(late, timeout(SOON)).thingRemoved(service, UID);
    }

    @Test
    void labelsAreTranslated() {
        TranslationProvider texts = Objects.requireNonNull(mock(TranslationProvider.class));
        when(texts.getText(any(), anyString(), any(), any(), any(Object[].class)))
                .thenAnswer(call -> call.getArgument(1) + " in " + call.getArgument(3) + " of " + call.getArgument(4));
        Service service = new Service(0, false).translating(texts, () -> Locale.GERMAN);
        service.addDiscoveryListener(listener);
        service.find("@text/discovery.inverter.label [\"Shed\"]");
        @NonNullByDefault({})
        ArgumentCaptor<DiscoveryResult> result = ArgumentCaptor.forClass(DiscoveryResult.class);
        verify(listener, timeout(SOON)).thingDiscovered(Anything.any(), result.capture());
        assertThat(result.getValue().getLabel(), is("discovery.inverter.label in de of Shed"));
        assertThat(result.getValue().getThingUID(), is(UID));
    }
}
