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
package org.openhab.binding.selectronic.internal.splink;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Way;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.splink.link.Link;

/**
 * A line with one unit at its end: a serial port, or a network adapter in front of one.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class LineSource extends SpLinkSource {
    private static final String UNNAMED = "1";

    private final String name;
    private final Opening opening;
    private @Nullable UnitSession session;
    private @Nullable Link tried;
    private boolean closed;

    /** Makes a session on the line; may wait, for example to find out the line's speed. */
    interface Opening {
        /** @param attempt is told of each link that is opened on the way to a session */
        UnitSession open(Attempt attempt) throws SourceException, InterruptedException;
    }

    /** An opening that can be broken off. */
    interface Attempt {
        /** Tells which link is about to be opened; fails where none is wanted any more. */
        void trying(Link link) throws SourceException;
    }

    LineSource(Way way, String name, NativeAccess access, Opening opening) {
        super(way, access);
        this.name = name;
        this.opening = opening;
    }

    @Override
    String name() {
        return name;
    }

    @Override
    List<Unit> readUnits() throws SourceException, InterruptedException {
        return List.of(unit(session().identify()));
    }

    @Override
    Sample readSample(Unit unit) throws SourceException, InterruptedException {
        return session().sample(events(unit));
    }

    @Override
    public Identity identity(Unit unit) {
        UnitSession open = current();
        return open == null ? unit.identity() : open.identity().orElse(unit.identity());
    }

    /** The record of a unit that has taken the place of another is read once it is known as a unit of its own. */
    @Override
    @Nullable
    UnitSession openSession(Unit unit) {
        UnitSession open = current();
        return open == null
                || open.identity().stream().map(LineSource::unit).anyMatch(now -> !now.id().equals(unit.id()))
                        ? null
                        : open;
    }

    private static Unit unit(Identity identity) {
        @Nullable
        String serialNumber = identity.serialNumber();
        return new Unit(serialNumber == null ? UNNAMED : serialNumber, identity);
    }

    private synchronized @Nullable UnitSession current() {
        return session;
    }

    private UnitSession session() throws SourceException, InterruptedException {
        UnitSession open = current();
        if (open != null) {
            return open;
        }
        UnitSession fresh;
        try {
            fresh = opening.open(this::trying);
        } finally {
            synchronized (this) {
                tried = null;
            }
        }
        fresh.listen(words -> show(UNNAMED, words));
        synchronized (this) {
            if (!closed) {
                session = fresh;
                return fresh;
            }
        }
        fresh.close();
        throw new SourceException(Problem.LINK_CUT, name);
    }

    private synchronized void trying(Link link) throws SourceException {
        if (closed) {
            throw new SourceException(Problem.LINK_CUT, name);
        }
        tried = link;
    }

    @Override
    void forget() {
        UnitSession open = current();
        if (open != null) {
            open.forget();
        }
    }

    @Override
    void hangUp() {
        UnitSession open;
        synchronized (this) {
            open = session;
            session = null;
        }
        if (open != null) {
            open.close();
        }
    }

    @Override
    public CompletableFuture<Void> disconnect() {
        Link open;
        synchronized (this) {
            closed = true;
            open = tried;
        }
        if (open != null) {
            open.close();
        }
        return super.disconnect();
    }
}
