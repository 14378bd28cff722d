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
package org.openhab.core.library.types;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.measure.Dimension;
import javax.measure.IncommensurableException;
import javax.measure.Quantity;
import javax.measure.Quantity.Scale;
import javax.measure.UnconvertibleException;
import javax.measure.Unit;
import javax.measure.format.MeasurementParseException;
import javax.measure.quantity.Dimensionless;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.library.unit.SIUnits;
import org.openhab.core.library.unit.Units;
import org.openhab.core.types.Command;
import org.openhab.core.types.PrimitiveType;
import org.openhab.core.types.State;

import tech.units.indriya.AbstractUnit;
import tech.units.indriya.format.SimpleUnitFormat;
import tech.units.indriya.quantity.Quantities;

/**
 * A number with a unit.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@SuppressWarnings("serial")
public class QuantityType<T extends Quantity<T>> extends Number
        implements PrimitiveType, State, Command, Comparable<QuantityType<T>> {
    public static final QuantityType<Dimensionless> ZERO = new QuantityType<>(0, AbstractUnit.ONE);
    public static final QuantityType<Dimensionless> ONE = new QuantityType<>(1, AbstractUnit.ONE);

    private static final Pattern TEXT = Pattern
            .compile("(-?(?:\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*(.*?)\\s*");
    private static final String UNIT_PLACEHOLDER = "%unit%";

    static {
        Units.getInstance();
        SIUnits.getInstance();
    }

    private final Quantity<T> quantity;

    public QuantityType(Number value, Unit<T> unit) {
        BigDecimal decimal = value instanceof BigDecimal already ? already : new BigDecimal(value.toString());
        this.quantity = Quantities.getQuantity(decimal, unit, Scale.RELATIVE);
    }

    @SuppressWarnings("unchecked")
    public QuantityType(String value) {
        Matcher text = TEXT.matcher(value);
        if (!text.matches()) {
            throw new IllegalArgumentException("Not a number with a unit: " + value);
        }
        BigDecimal decimal = new BigDecimal(text.group(1).replace(",", ""));
        try {
            Unit<T> unit = (Unit<T>) (text.group(2).isEmpty() ? AbstractUnit.ONE
                    : SimpleUnitFormat.getInstance().parse(text.group(2)));
            this.quantity = Quantities.getQuantity(decimal, unit, Scale.RELATIVE);
        } catch (MeasurementParseException e) {
            throw new IllegalArgumentException("Not a known unit: " + value, e);
        }
    }

    public static <T extends Quantity<T>> QuantityType<T> valueOf(double value, Unit<T> unit) {
        return new QuantityType<>(value, unit);
    }

    // the raw type is the only way to a quantity whose dimension is not known
    @SuppressWarnings({ "rawtypes", "unchecked" })
    public static QuantityType<? extends Quantity<?>> valueOf(String value) {
        return new QuantityType(value);
    }

    public Unit<T> getUnit() {
        return quantity.getUnit();
    }

    public Dimension getDimension() {
        return getUnit().getDimension();
    }

    @SuppressWarnings("unchecked")
    public @Nullable QuantityType<T> toUnit(Unit<?> targetUnit) {
        if (targetUnit.equals(getUnit())) {
            return this;
        }
        try {
            Number converted = getUnit().getConverterToAny(targetUnit).convert(quantity.getValue());
            return new QuantityType<>(converted, (Unit<T>) targetUnit);
        } catch (UnconvertibleException | IncommensurableException e) {
            return null;
        }
    }

    public @Nullable QuantityType<T> toUnit(String targetUnit) {
        return toUnit(AbstractUnit.parse(targetUnit));
    }

    public BigDecimal toBigDecimal() {
        // whole numbers come back from the library as Integer or Long
        Number value = quantity.getValue();
        return value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
    }

    @Override
    public int intValue() {
        return toBigDecimal().intValue();
    }

    @Override
    public long longValue() {
        return toBigDecimal().longValue();
    }

    @Override
    public float floatValue() {
        return toBigDecimal().floatValue();
    }

    @Override
    public double doubleValue() {
        return toBigDecimal().doubleValue();
    }

    @Override
    public String format(String pattern) {
        if (pattern.contains("%s") || pattern.contains("%S")) {
            return String.format(pattern, quantity);
        }
        String unit = getUnit().equals(Units.PERCENT) ? "%%" : getUnit().toString();
        return NumberPattern.format(pattern.replace(UNIT_PLACEHOLDER, unit), toBigDecimal());
    }

    @Override
    public String toFullString() {
        return quantity.toString();
    }

    @Override
    public String toString() {
        return toFullString();
    }

    @Override
    public int compareTo(QuantityType<T> other) {
        return Double.compare(inSystemUnit(), other.inSystemUnit());
    }

    @Override
    public int hashCode() {
        return Double.hashCode(inSystemUnit());
    }

    @Override
    public boolean equals(@Nullable Object obj) {
        return obj instanceof QuantityType<?> other && getUnit().isCompatible(other.getUnit())
                && Double.compare(inSystemUnit(), other.inSystemUnit()) == 0;
    }

    private double inSystemUnit() {
        QuantityType<T> converted = toUnit(getUnit().getSystemUnit());
        return converted == null ? doubleValue() : converted.doubleValue();
    }
}
