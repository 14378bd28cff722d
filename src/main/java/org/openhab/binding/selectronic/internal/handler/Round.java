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

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.handler.Poller.Observer;
import org.openhab.binding.selectronic.internal.handler.Poller.Subscriber;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.InverterSource;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;

/**
 * One turn of a {@link Poller}: each subscribed inverter, one after another, and how it went. What failed is told at
 * the end, when it is known whether it is a matter of the inverter or of the whole way.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Round {
    /** After so many inverters out of reach, and none that was read, the rest would only wait for nothing. */
    private static final int FAILURES_TO_END = 3;

    private final InverterSource source;
    private final Observer observer;
    private final Executor executor;
    private final BooleanSupplier stopped;
    private final Function<Throwable, SourceException> explained;
    private final List<Failed> failed = new ArrayList<>();
    private int read;
    private boolean listed;
    private boolean missing;
    private boolean cut;

    private record Reading(Subscriber subscriber, Unit unit) {
    }

    private record Failed(Subscriber subscriber, SourceException failure) {
    }

    /**
     * @param source what is read
     * @param observer is told of contact
     * @param executor where subscribers are told
     * @param stopped whether nobody wants to know any more
     * @param explained what a failure is to an owner
     */
    Round(InverterSource source, Observer observer, Executor executor, BooleanSupplier stopped,
            Function<Throwable, SourceException> explained) {
        this.source = source;
        this.observer = observer;
        this.executor = executor;
        this.stopped = stopped;
        this.explained = explained;
    }

    /** The list of units was read in this round. */
    void listed() {
        listed = true;
    }

    /**
     * @param known the units that there are
     * @param subscribers who wants to be read
     * @return completes when all have been read, or as soon as that is hopeless
     */
    CompletableFuture<Void> readAll(List<Unit> known, Collection<? extends Subscriber> subscribers) {
        List<Reading> readings = new ArrayList<>();
        for (Subscriber subscriber : subscribers) {
            Optional<Unit> unit = subscriber.unitAmong(known);
            unit.ifPresent(found -> readings.add(new Reading(subscriber, found)));
            missing |= unit.isEmpty();
        }
        missing |= readings.isEmpty();
        return readOn(readings.iterator());
    }

    private CompletableFuture<Void> readOn(Iterator<Reading> rest) {
        if (!rest.hasNext() || stopped.getAsBoolean()) {
            return CompletableFuture.completedFuture(null);
        }
        cut = failed.size() >= FAILURES_TO_END && commonFailure().isPresent();
        if (cut) {
            return CompletableFuture.completedFuture(null);
        }
        Reading reading = rest.next();
        return CompletableFuture.completedFuture(reading.unit).thenCompose(source::read)
                .thenAcceptAsync(sample -> take(reading, sample), executor).handleAsync((taken, failure) -> {
                    if (failure != null && !stopped.getAsBoolean()) {
                        failed.add(new Failed(reading.subscriber, explained.apply(failure)));
                    }
                    return taken;
                }, executor).thenCompose(next -> readOn(rest));
    }

    private void take(Reading reading, Sample sample) {
        if (!stopped.getAsBoolean()) {
            observer.answered();
            reading.subscriber.identified(source.identity(reading.unit));
            reading.subscriber.sampled(sample);
            read++;
        }
    }

    /** @return whether a subscriber's unit is not there, or nobody is subscribed */
    boolean isMissing() {
        return missing;
    }

    /** @return whether no unit was read */
    boolean isEmpty() {
        return read == 0;
    }

    /** @return whether the rest was left out because nobody seemed to answer; the list will show whether that is so */
    boolean isCut() {
        return cut;
    }

    /** @return the failure that is the whole source's and not one unit's: there was no contact at all */
    Optional<SourceException> commonFailure() {
        return read > 0 || listed
                ? Optional.empty()
                : failed.stream().map(Failed::failure).filter(Round::isOfContact).findFirst();
    }

    /**
     * @param failure a failure
     * @return whether it is one of the way, and not of a single unit
     */
    static boolean isOfContact(SourceException failure) {
        return switch (failure.problem()) {
            case ACCOUNT_REFUSED, CERTIFICATE_CHANGED, NO_SERIAL_TRANSPORT, PORT_IN_USE, PORT_SPEED -> true;
            // who says so is in contact
            case TUNNEL_OFFLINE -> false;
            default -> failure.kind() == FailureKind.UNREACHABLE || failure.kind() == FailureKind.RATE_LIMITED;
        };
    }

    /** @return the first failure, null if there was none */
    @Nullable
    SourceException firstFailure() {
        return failed.isEmpty() ? null : failed.get(0).failure;
    }

    /** Tells those whose units failed. */
    void tell() {
        for (Failed each : failed) {
            each.subscriber.failed(each.failure);
        }
    }
}
