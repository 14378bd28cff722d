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
package org.openhab.binding.selectronic.simulator.log;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Place and size of a ring in flash.
 *
 * @param first address of the first sector
 * @param sectors number of sectors, 1 to 12
 * @param sectorWords words of a sector; what no whole record fits into stays unused
 * @param stride words from the start of a sector to that of the next
 * @param advertised sectors whose records the header counts at most
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record RingLayout(int first, int sectors, int sectorWords, int stride, int advertised) {

    private static final int SECTOR = 0x8000;
    private static final int MOST_SECTORS = 12;

    public RingLayout {
        if (sectors < 1 || sectors > MOST_SECTORS || advertised < 1 || advertised > sectors || stride < sectorWords) {
            throw new IllegalArgumentException("no such ring: " + sectors + " sectors, " + advertised + " advertised");
        }
    }

    /** Sectors of 32768 words, one behind the other. */
    public static RingLayout of(int first, int sectors, int advertised) {
        return new RingLayout(first, sectors, SECTOR, SECTOR, advertised);
    }

    /** The same place with smaller sectors, so that the ring is soon full. */
    public RingLayout withSectors(int newSectors, int newSectorWords, int newAdvertised) {
        return new RingLayout(first, newSectors, newSectorWords, stride, newAdvertised);
    }

    /** Records that fit in a sector. */
    public int perSector(int recordWords) {
        return sectorWords / recordWords;
    }

    /** Records that fit in the ring. */
    public int capacity(int recordWords) {
        return sectors * perSector(recordWords);
    }

    /** Most records that the header counts. */
    public int most(int recordWords) {
        return advertised * perSector(recordWords);
    }

    /** Address of a sector. */
    public int start(int sector) {
        return first + sector * stride;
    }

    /**
     * Sectors that are empty before they are needed: a log of 12 sectors that advertised the records of 8 was seen, so
     * some seem to be erased ahead.
     */
    int erasedAhead() {
        return Math.max(0, sectors - advertised - 1);
    }
}
