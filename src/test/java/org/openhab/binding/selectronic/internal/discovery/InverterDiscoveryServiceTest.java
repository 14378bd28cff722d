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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.*;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler.UnitsListener;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.core.config.discovery.DiscoveryListener;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.thing.Bridge;

/**
 * Inverters of a bridge become proposals.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class InverterDiscoveryServiceTest {
    private static final int PATIENCE_MILLIS = 5_000;

    private final Bridge bridge = FakeOpenHab.gateway("box", Map.of("host", "192.0.2.1"));
    private final @NonNullByDefault({}) SourceBridgeHandler handler = mock(SourceBridgeHandler.class);
    private final @NonNullByDefault({}) DiscoveryListener listener = mock(DiscoveryListener.class);
    private final VirtualTime time = new VirtualTime();
    private final InverterDiscoveryService service = new InverterDiscoveryService(texts(), () -> Locale.ROOT,
            time.clock());

    private static TranslationProvider texts() {
        TranslationProvider texts = Objects.requireNonNull(mock(TranslationProvider.class));
        lenient().when(texts.getText(any(), anyString(), any(), any(), any(Object[].class)))
                .thenAnswer(call -> call.getArgument(1) + " "
                        + Arrays.asList(call.getArguments()).subList(4, call.getArguments().length));
        return texts;
    }

    private UnitsListener start() {
        when(handler.getThing()).thenReturn(bridge);
        service.addDiscoveryListener(listener);
        service.setThingHandler(handler);
        service.initialize();
        @NonNullByDefault({})
        ArgumentCaptor<UnitsListener> units = ArgumentCaptor.forClass(UnitsListener.class);
        verify(handler, timeout(PATIENCE_MILLIS)).setUnitsListener(units.capture());
        return units.getValue();
    }

    private List<DiscoveryResult> found(int count) {
        @NonNullByDefault({})
        ArgumentCaptor<DiscoveryResult> result = ArgumentCaptor.forClass(DiscoveryResult.class);
        verify(listener, timeout(PATIENCE_MILLIS).times(count)).thingDiscovered(any(), result.capture());
        return result.getAllValues();
    }

    @Test
    void theSerialNumberIsTheIdentity() {
        start().unitsFound(List.of(new Unit("0123ABCD", new Identity("123456", null, null, null))));
        DiscoveryResult result = found(1).get(0);
        assertThat(result.getThingUID().getAsString(), is("selectronic:inverter:box:123456"));
        assertThat(result.getBridgeUID(), is(bridge.getUID()));
        assertThat(result.getRepresentationProperty(), is("serialNumber"));
        assertThat(result.getProperties(), is(Map.of("serialNumber", "123456")));
        assertThat(result.getTimeToLive(), is(3L * 3600));
    }

    @Test
    void aUnitWithoutOneHasTheIdOfTheBox() {
        start().unitsFound(List.of(new Unit("0123ABCD", Identity.NONE)));
        DiscoveryResult result = found(1).get(0);
        assertThat(result.getRepresentationProperty(), is("deviceId"));
        assertThat(result.getProperties(), is(Map.of("deviceId", "0123ABCD")));
    }

    @Test
    void theNameThatItsOwnerHasGivenIsShown() {
        Identity identity = new Identity("123456", null, null, null);
        start().unitsFound(List.of(new Unit("17", identity, "\"Farm\", upper")));
        assertThat(found(1).get(0).getLabel(), is("discovery.inverter.label-given [123456, 'Farm'; upper]"));
    }

    @Test
    void eachOfSeveralIsProposed() {
        start().unitsFound(List.of(new Unit("A", new Identity("1", null, null, null)),
                new Unit("B", new Identity("2", null, null, null))));
        assertThat(found(2).stream().map(result -> result.getThingUID().getId()).toList(),
                containsInAnyOrder("1", "2"));
    }

    @Test
    void aScanReadsTheListAnew() {
        start();
        service.startScan(null);
        verify(handler, timeout(PATIENCE_MILLIS)).refreshUnits();
    }

    @Test
    void inTheEndNobodyListens() {
        start();
        service.dispose();
        verify(handler, atLeastOnce()).setUnitsListener(null);
    }

    private static Unit unit(String id, @Nullable String serialNumber) {
        return new Unit(id, new Identity(serialNumber, null, null, null));
    }

    @Test
    void whatHasNotChangedIsNotReportedAgainUntilItWouldRunOut() {
        UnitsListener units = start();
        for (int poll = 0; poll < 120; poll++) {
            units.unitsFound(List.of(unit("A", "240001")));
        }
        found(1);
        time.pass(Duration.ofHours(2));
        units.unitsFound(List.of(unit("A", "240001")));
        found(2);
        units.unitsFound(List.of(new Unit("A", new Identity("240001", null, null, null), "Shed")));
        found(3);
    }

    @Test
    void whoScansSeesWhatIsThere() {
        start().unitsFound(List.of(unit("A", "240001")));
        found(1);
        service.startScan(null);
        @NonNullByDefault({})
        ArgumentCaptor<UnitsListener> units = ArgumentCaptor.forClass(UnitsListener.class);
        verify(handler, timeout(PATIENCE_MILLIS).times(2)).setUnitsListener(units.capture());
        units.getValue().unitsFound(List.of(unit("A", "240001")));
        found(2);
    }

    @Test
    void unitsThatClaimOneSerialNumberAreSeveralEntries() {
        start().unitsFound(List.of(unit("A", "240001"), unit("B", "0240001"), unit("C", "240003")));
        List<DiscoveryResult> all = found(3);
        assertThat(all.stream().map(DiscoveryResult::getProperties).toList(),
                containsInAnyOrder(Map.of("deviceId", "A"), Map.of("deviceId", "B"), Map.of("serialNumber", "240003")));
    }

    @Test
    void unitsWithoutASerialNumberAreSeveralEntries() {
        start().unitsFound(List.of(unit("A", null), unit("B", "0")));
        assertThat(found(2).stream().map(result -> result.getThingUID().getId()).toList(),
                containsInAnyOrder("A", "B"));
    }

    @Test
    void idsThatAreNoSegmentsOfAUidAreSeveralEntries() {
        List<Unit> units = List.of(unit("a:b", null), unit("a_b", null), unit("a.b", null), unit("", null),
                unit("::", null), unit("x".repeat(500), null), unit("x".repeat(501), null), unit("17", null),
                unit("B", "17"));
        start().unitsFound(units);
        assertThat(found(units.size()).stream().map(DiscoveryResult::getThingUID).distinct().count(),
                is((long) units.size()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "240001", "0240001", "SN240001", "240001.0", " 240001 " })
    void whatIsAThingAlreadyIsNotProposedHoweverItsSerialNumberIsWritten(String configured) {
        Bridge with = Objects.requireNonNull(spy(bridge));
        when(with.getThings())
                .thenReturn(List.of(FakeOpenHab.inverter(bridge, "own", Map.of("serialNumber", configured))));
        UnitsListener units = start();
        when(handler.getThing()).thenReturn(with);
        units.unitsFound(List.of(unit("A", "240001"), unit("B", "240002")));
        assertThat(found(1).get(0).getProperties(), is(Map.of("serialNumber", "240002")));
    }
}
