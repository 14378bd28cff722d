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
package org.openhab.binding.selectronic.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.log.LogSettings;
import org.openhab.binding.selectronic.simulator.log.UnitLogs;
import org.openhab.binding.selectronic.simulator.memory.ProcessImage;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.memory.UnitMemory;
import org.openhab.binding.selectronic.simulator.memory.UnitScales;
import org.openhab.binding.selectronic.simulator.plant.Energies;
import org.openhab.binding.selectronic.simulator.plant.Plant;
import org.openhab.binding.selectronic.simulator.plant.PlantSettings;
import org.openhab.binding.selectronic.simulator.plant.PlantState;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.scenario.ScenarioEvent;

/**
 * One simulated SP PRO: a plant, the unit's memory, and the line to its gateway, which reads the unit every five
 * seconds of plant time. Safe for use by several threads.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SimulatedUnit implements ScenarioEvent.Unit {
    /** How often a gateway reads its unit ("poll" in a published answer). */
    public static final Duration POLL = Duration.ofSeconds(5);

    private final Plant plant;
    private final Instant start;
    private final Queue<ScenarioEvent> events;
    private final LogSettings logSettings;
    private UnitMemory memory;
    private UnitLogs logs;
    private UnitSample sample;
    private boolean linked = true;
    private int starts = 1;

    public SimulatedUnit(Plant plant, UnitIdentity identity, Scenario scenario) {
        this(plant, identity, scenario, LogSettings.DEFAULT);
    }

    public SimulatedUnit(Plant plant, UnitIdentity identity, Scenario scenario, LogSettings logSettings) {
        this(plant, identity, scenario, logSettings, plant.now());
    }

    private SimulatedUnit(Plant plant, UnitIdentity identity, Scenario scenario, LogSettings logSettings,
            Instant start) {
        this.plant = plant;
        this.start = start;
        this.events = new ArrayDeque<>(scenario.events());
        this.logSettings = logSettings;
        this.memory = new UnitMemory(identity, plant.settings());
        this.logs = emptyLogs(identity.scales());
        plant.observe(logs);
        this.sample = measure();
    }

    /**
     * A unit that has been in service for some time before the scenario begins, so that its logs hold a past.
     *
     * @param settings of the plant at the beginning of the scenario
     */
    public static SimulatedUnit withPast(PlantSettings settings, Duration past, UnitIdentity identity,
            Scenario scenario, LogSettings logSettings) {
        Plant plant = new Plant(settings.withStart(settings.start().minus(past)));
        SimulatedUnit unit = new SimulatedUnit(plant, identity, scenario, logSettings, settings.start());
        plant.advance(past);
        plant.setSoc(settings.battery().soc());
        unit.poll();
        return unit;
    }

    /** Moves the plant on to an instant of its own time, with everything that the scenario has planned until then. */
    public synchronized void advanceTo(Instant target) {
        while (!events.isEmpty() && !start.plus(events.element().after()).isAfter(target)) {
            ScenarioEvent event = events.remove();
            runTo(start.plus(event.after()));
            event.action().accept(this);
        }
        runTo(target);
    }

    public synchronized Instant now() {
        return plant.now();
    }

    public synchronized UnitIdentity identity() {
        return memory.identity();
    }

    public synchronized PlantState state() {
        return plant.state();
    }

    /** What the gateway read last. */
    public synchronized UnitSample sample() {
        return sample;
    }

    /** The unit's memory as it is now. */
    public synchronized ProcessImage image() {
        return measured().copy();
    }

    /** Words from an address on, as a read of the native protocol gives them: live values, settings or flash. */
    public synchronized int[] words(int address, int count) {
        boolean flash = false;
        for (int i = 0; i < count; i++) {
            flash |= UnitLogs.inFlash(address + i);
        }
        ProcessImage image = flash ? memory.image() : measured();
        int[] words = image.words(address, count);
        for (int i = 0; flash && i < count; i++) {
            if (UnitLogs.inFlash(address + i)) {
                words[i] = logs.word(address + i);
            }
        }
        return words;
    }

    /** Names what the shunts measure, and puts a DC load at the second; see {@link UnitMemory#wireShunts}. */
    public synchronized void wireShunts(int first, int second, double watts) {
        memory.wireShunts(first, second, watts);
    }

    /** Changes a setting, as its installer does. */
    public synchronized void set(int address, int word) {
        memory.image().setWord(address, word);
    }

    /** Lets the unit write an operational event that the plant does not bring about, such as that of a button. */
    public synchronized void operate(int code) {
        logs.operate(code, plant.state());
    }

    /** The logs of the unit that is in place now. */
    public synchronized UnitLogs logs() {
        return logs;
    }

    @Override
    public synchronized void change(Consumer<Plant> change) {
        change.accept(plant);
    }

    /** Whether the cable between unit and gateway is plugged in. */
    public synchronized boolean isLinked() {
        return linked;
    }

    @Override
    public synchronized void setLinked(boolean linked) {
        this.linked = linked;
    }

    @Override
    public synchronized void replaceBy(UnitIdentity identity) {
        plant.setCounters(Energies.inService(3));
        putIn(emptyLogs(identity.scales()));
        startAs(identity);
    }

    /** Replaces it by a unit that comes from another house and still has its logs. That house gets them no more. */
    public synchronized void replaceBy(UnitIdentity identity, UnitLogs used) {
        plant.setCounters(Energies.inService(3));
        used.restart(identity.scales(), plant.state());
        putIn(used);
        startAs(identity);
    }

    private void putIn(UnitLogs other) {
        plant.ignore(logs);
        logs = other;
        plant.observe(logs);
    }

    /**
     * The power fails for a moment, just as the unit writes a detailed record.
     *
     * @param words what of the record is in flash
     * @param counted whether the log's header already tells of it
     */
    public synchronized void losePower(int words, boolean counted) {
        logs.losePower(words, counted, plant.state());
        startAs(memory.identity());
    }

    /** Switches the unit off and on; afterwards it measures with other scale factors. Its counters stay. */
    public synchronized void restart(UnitScales scales) {
        logs.restart(scales, plant.state());
        startAs(memory.identity().withScales(scales));
    }

    /** How often a unit has started here. */
    public synchronized int starts() {
        return starts;
    }

    private UnitLogs emptyLogs(UnitScales scales) {
        return new UnitLogs(logSettings, scales, plant.state(), plant.settings().solar().acPeak() > 0);
    }

    private void startAs(UnitIdentity identity) {
        memory = new UnitMemory(identity, plant.settings());
        sample = measure();
        starts++;
    }

    /** Reads the unit into the gateway at once, as if a poll were due. */
    public synchronized void poll() {
        sample = measure();
    }

    private void runTo(Instant target) {
        long period = POLL.toSeconds();
        Instant lastPoll = Instant.ofEpochSecond(Math.floorDiv(target.getEpochSecond(), period) * period);
        if (lastPoll.isAfter(plant.now())) {
            plant.advance(Duration.between(plant.now(), lastPoll));
            if (linked) {
                sample = measure();
            }
        }
        if (target.isAfter(plant.now())) {
            plant.advance(Duration.between(plant.now(), target));
        }
    }

    private ProcessImage measured() {
        memory.measure(plant.state());
        logs.write(memory.image());
        return memory.image();
    }

    private UnitSample measure() {
        return new UnitSample(plant.now(), memory.identity(), measured().copy());
    }
}
