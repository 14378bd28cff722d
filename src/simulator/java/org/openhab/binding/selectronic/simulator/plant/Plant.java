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
package org.openhab.binding.selectronic.simulator.plant;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A house with sun, battery, SP PRO and, where settings say so, generator or grid. It lives on its own time, which
 * moves only by {@link #advance(Duration)}, and its books balance: what flows in is used, stored or lost. Not safe for
 * use by several threads.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Plant {
    /** "Instantaneous low DC voltage" in the public event list. */
    public static final int LOW_DC_VOLTAGE = 50;

    /** What a day brings up to the start: most plants of a process begin alike. */
    private static final Map<PlantSettings, Energies> MORNINGS = new ConcurrentHashMap<>();
    private static final double STEP = 5;
    private static final double ROUGH_STEP = 900;
    private static final double TRIP_SOC = 2;
    private static final double RECOVERY_SOC = 6;
    private static final Duration TRIP_TIME = Duration.ofSeconds(17);
    private static final double FLOAT_SOC = 99.8;
    private static final double SHIFT = 1.8;
    private static final double NANOS = 1e9;

    private final PlantSettings settings;
    private final Sun sun;
    private final HouseLoad house;
    private final Battery battery;
    private final PowerFlow powerFlow;
    private final Chance ripple;
    private final @Nullable Generator generator;
    private final List<Integer> alerts = new ArrayList<>();
    private final List<PlantListener> listeners = new ArrayList<>();

    private Instant now;
    private Duration clockOffset = Duration.ZERO;
    private LocalDate unitDay;
    private Energies today;
    private Energies total;
    private Instant localOf;
    private LocalDateTime local;
    private Flows flows = new Flows(0, 0, 0, 0, 0, 0, 0, 0, 1);
    private Temperatures temperatures;
    private ChargeStage stage = ChargeStage.BULK;
    private double cloudiness;
    private boolean mainsPresent = true;
    private double tripLeft;
    private boolean tripped;

    public Plant(PlantSettings settings) {
        this(settings, Energies.NONE);
    }

    private Plant(PlantSettings settings, Energies today) {
        GeneratorSettings generatorSettings = settings.generator();
        this.settings = settings;
        this.sun = new Sun(settings.latitude(), settings.seed());
        this.house = new HouseLoad(settings.load(), settings.seed());
        this.battery = new Battery(settings.battery());
        this.powerFlow = new PowerFlow(settings.rating());
        this.ripple = new Chance(settings.seed(), "ripple");
        this.generator = generatorSettings == null ? null : new Generator(generatorSettings);
        this.now = settings.start();
        this.localOf = now;
        this.local = LocalDateTime.ofInstant(now, settings.zone());
        this.unitDay = local.toLocalDate();
        this.today = today;
        this.total = settings.totals();
        this.temperatures = Temperatures.atRest(LocalDateTime.ofInstant(now, settings.zone()));
        this.cloudiness = settings.solar().cloudiness();
        this.flows = flowsNow();
        chooseStage();
    }

    /** A plant whose counters of today already hold what a day like this brings up to the start. */
    public static Plant sinceMidnight(PlantSettings settings) {
        return new Plant(settings, Objects.requireNonNull(MORNINGS.computeIfAbsent(settings, Plant::morning)));
    }

    private static Energies morning(PlantSettings settings) {
        Instant midnight = LocalDateTime.ofInstant(settings.start(), settings.zone()).truncatedTo(ChronoUnit.DAYS)
                .atZone(settings.zone()).toInstant();
        Plant morning = new Plant(
                settings.withStart(midnight).withGenerator(null).withBattery(settings.battery().withSoc(75)));
        morning.advance(Duration.between(midnight, settings.start()));
        return morning.today;
    }

    public Instant now() {
        return now;
    }

    public PlantSettings settings() {
        return settings;
    }

    /** Energy stored in the battery in Wh. */
    public double stored() {
        return battery.stored();
    }

    /** Lets somebody who keeps books watch each step from now on. */
    public void observe(PlantListener listener) {
        listeners.add(listener);
    }

    /** Nobody watches any more who did. */
    public void ignore(PlantListener listener) {
        listeners.remove(listener);
    }

    /** Moves the plant's time on. */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("the plant's time does not run backwards");
        }
        advance(time, STEP);
    }

    /** Moves the plant's time on by years, in steps that are long for a sun or a generator but short for a day. */
    public void advanceRoughly(Duration time) {
        advance(time, ROUGH_STEP);
    }

    private void advance(Duration time, double longest) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            step(Math.min(longest, seconds(Duration.between(now, end))));
        }
    }

    public PlantState state() {
        GeneratorState generatorState = generatorState();
        AcSource source = source(generatorState);
        double volts = battery.volts(flows.battery());
        return new PlantState(now, unitTime(), flows, battery.soc(), volts, battery.chargeLimit(), stage,
                output(source), source, generatorState, temperatures, today, total, alerts);
    }

    /** What the unit's clock shows. */
    public LocalDateTime unitTime() {
        return local(now.plus(clockOffset));
    }

    /** It is asked for several times with each step. */
    private LocalDateTime local(Instant time) {
        if (!time.equals(localOf)) {
            localOf = time;
            local = LocalDateTime.ofInstant(time, settings.zone());
        }
        return local;
    }

    /** Moves the unit's clock against the true time, as a drift or a hand at the settings would. */
    public void jumpClock(Duration by) {
        clockOffset = clockOffset.plus(by);
        countNewDay();
    }

    public void setCloudiness(double newCloudiness) {
        cloudiness = settings.solar().withCloudiness(newCloudiness).cloudiness();
        flows = flowsNow();
    }

    public void setSoc(double soc) {
        battery.setSoc(soc);
        flows = flowsNow();
    }

    /** Lets the counters begin anew, as those of a unit do that was put in place of another. */
    public void setCounters(Energies newTotal) {
        today = Energies.NONE;
        total = newTotal;
    }

    /** Switches the mains on or off at the pole. */
    public void setMains(boolean present) {
        mainsPresent = present;
        flows = flowsNow();
    }

    /** Asks the generator to run; nothing happens where none is installed. */
    public void startGenerator(GeneratorReason why) {
        Generator installed = generator;
        if (installed != null) {
            installed.start(why);
        }
    }

    /** Asks the generator to stop. */
    public void stopGenerator() {
        Generator installed = generator;
        if (installed != null) {
            installed.stop();
        }
    }

    /** The inverter trips on a low DC voltage: alert 50 for 17 s, the house dark, then a generator start. */
    public void trip() {
        if (!tripped) {
            // first the alert: its record shows the load that it came under
            raise(LOW_DC_VOLTAGE);
            tripped = true;
            tripLeft = seconds(TRIP_TIME);
            flows = flowsNow();
        }
    }

    /** Makes an alert stand. */
    public void raise(int code) {
        if (!alerts.contains(code)) {
            alerts.add(code);
            listeners.forEach(listener -> listener.raised(code, state()));
        }
    }

    /** Takes an alert away. */
    public void clear(int code) {
        if (alerts.remove(Integer.valueOf(code))) {
            listeners.forEach(listener -> listener.cleared(code, state()));
        }
    }

    private void step(double wanted) {
        Instant from = now;
        double length = Math.min(wanted, untilMidnight());
        if (tripLeft > 0) {
            length = Math.min(length, tripLeft);
        }
        for (PlantListener listener : listeners) {
            length = Math.min(length, listener.longest(unitTime()));
        }
        Generator installed = generator;
        if (installed != null) {
            installed.run(length, battery.soc());
        }
        flows = flowsNow();
        battery.run(flows.battery(), length);
        Energies step = flows.during(length);
        today = today.plus(step);
        total = total.plus(step);
        temperatures = temperatures.after(length, unitTime(), flows.loss(), flows.battery());
        now = now.plusNanos(Math.round(length * NANOS));
        for (PlantListener listener : listeners) {
            listener.stepped(state(), length);
        }
        endOfTrip(length);
        chooseStage();
        countNewDay();
        for (PlantListener listener : listeners) {
            listener.passed(from, step, state());
        }
    }

    private Flows flowsNow() {
        LocalDateTime local = local(now);
        double second = now.getEpochSecond() + now.getNano() / NANOS;
        double share = sun.share(local, second, cloudiness);
        double acSun = settings.solar().acPeak() * share;
        double dcSun = settings.solar().dcPeak() * share;
        double limit = battery.chargeLimit();
        if (tripped) {
            return powerFlow.tripped(dcSun, limit);
        }
        double load = house.at(local, second);
        GridSettings grid = settings.grid();
        if (grid != null && mainsPresent) {
            return powerFlow.withGrid(load, acSun, dcSun, battery, grid);
        }
        Generator installed = generator;
        if (installed != null && installed.available() > 0) {
            return powerFlow.withGenerator(load, acSun, dcSun, limit, installed.available());
        }
        if (battery.soc() < TRIP_SOC) {
            trip();
            return powerFlow.tripped(dcSun, limit);
        }
        return powerFlow.island(load, acSun, dcSun, limit);
    }

    private void endOfTrip(double elapsed) {
        if (!tripped) {
            return;
        }
        if (tripLeft > 0) {
            tripLeft = Math.max(0, tripLeft - elapsed);
            if (tripLeft == 0) {
                startGenerator(GeneratorReason.LOW_BATTERY_VOLTS);
            }
        }
        if (tripLeft == 0 && (battery.soc() >= RECOVERY_SOC || source(generatorState()).connected())) {
            tripped = false;
            clear(LOW_DC_VOLTAGE);
            flows = flowsNow();
        }
    }

    private void chooseStage() {
        double soc = battery.soc();
        if (stage == ChargeStage.LONG_TERM_FLOAT ? soc < 96 : soc < 95) {
            stage = ChargeStage.BULK;
        } else if (soc >= FLOAT_SOC) {
            stage = ChargeStage.LONG_TERM_FLOAT;
        } else if (stage == ChargeStage.BULK) {
            stage = ChargeStage.ABSORB;
        }
    }

    private void countNewDay() {
        LocalDate day = unitTime().toLocalDate();
        if (!day.equals(unitDay)) {
            unitDay = day;
            today = Energies.NONE;
        }
    }

    private double untilMidnight() {
        LocalDateTime shown = unitTime();
        return seconds(Duration.between(shown, shown.toLocalDate().plusDays(1).atTime(LocalTime.MIDNIGHT)));
    }

    private GeneratorState generatorState() {
        Generator installed = generator;
        if (settings.grid() != null && mainsPresent) {
            return GeneratorState.MAINS;
        }
        return installed == null ? GeneratorState.OFF : installed.state(battery.soc());
    }

    private AcSource source(GeneratorState generatorState) {
        double wander = ripple.wander(now.getEpochSecond(), 60) - 0.5;
        if (settings.grid() != null && mainsPresent) {
            return new AcSource(240 + 6 * wander, 50 + 0.08 * wander, true, true);
        }
        if (generatorState.turning()) {
            return new AcSource(236 + 4 * wander, 50.6 + 0.6 * wander, generatorState.connected(), false);
        }
        return AcSource.NONE;
    }

    private AcOutput output(AcSource source) {
        if (tripped) {
            return new AcOutput(InverterMode.IDLE, 0, 0);
        }
        if (source.connected()) {
            return new AcOutput(InverterMode.SYNC, source.volts() - 0.5, source.frequency());
        }
        double wander = ripple.wander(now.getEpochSecond() + 1e8, 30) - 0.5;
        // a higher frequency is what makes AC-coupled solar inverters give less
        return new AcOutput(InverterMode.ON, 230 + wander, 50 + SHIFT * (1 - flows.used()));
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / NANOS;
    }
}
