using System.Collections;
using System.Globalization;

namespace GraphIntel.Bolt;

/// <summary>Converts values of records to .NET types.</summary>
public static class ValueExtensions
{
    /// <summary>
    /// The value as <typeparamref name="T"/>: numbers if nothing is lost, dates and times as .NET's if they are in range,
    /// lists and arrays with every value converted. Null is allowed only for nullable types.
    /// </summary>
    /// <exception cref="InvalidCastException">The value has another type.</exception>
    /// <exception cref="ValueOverflowException">The value is out of the type's range.</exception>
    /// <exception cref="ValueTruncationException">The value has more precision than the type.</exception>
    public static T As<T>(this object? value) => value is T typed ? typed : (T)Convert(value, typeof(T))!;

    private static object? Convert(object? value, Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null)
        {
            return !type.IsValueType || target != type
                ? null
                : throw new InvalidCastException($"The value is null, but {type.Name} is not nullable.");
        }
        if (target.IsInstanceOfType(value))
            return value;
        return value switch
        {
            long integer => ConvertInteger(integer, target),
            double number when target == typeof(float) => Narrow(number),
            LocalDate date when target == typeof(DateOnly) => date.ToDateOnly(),
            LocalTime time when target == typeof(TimeOnly) => time.ToTimeOnly(),
            LocalDateTime dateTime when target == typeof(DateTime) => dateTime.ToDateTime(),
            ZonedDateTime dateTime when target == typeof(DateTimeOffset) => dateTime.ToDateTimeOffset(),
            IList list when target.IsArray => ConvertArray(list, target.GetElementType()!),
            IList list when IsListType(target) => ConvertList(list, target.GetGenericArguments()[0]),
            _ => throw NotConvertible(value, target),
        };
    }

    private static object ConvertInteger(long integer, Type target)
    {
        if (target == typeof(double) || target == typeof(float))
        {
            // A double represents every integer up to 2^53; beyond, neighbors collapse.
            if (target == typeof(double) ? integer is >= -(1L << 53) and <= 1L << 53 : integer is >= -(1 << 24) and <= 1 << 24)
                return System.Convert.ChangeType(integer, target, CultureInfo.InvariantCulture);
            throw new ValueTruncationException($"The integer {integer} has more precision than {target.Name}.");
        }
        if (!target.IsPrimitive || target == typeof(bool) || target == typeof(char))
            throw NotConvertible(integer, target);
        try
        {
            return System.Convert.ChangeType(integer, target, CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            throw new ValueOverflowException($"The integer {integer} is out of the range of {target.Name}.");
        }
    }

    private static float Narrow(double number)
    {
        var narrow = (float)number;
        if (float.IsInfinity(narrow) && !double.IsInfinity(number))
            throw new ValueOverflowException(string.Create(CultureInfo.InvariantCulture, $"The number {number} is out of the range of Single."));
        return narrow == number || double.IsNaN(number)
            ? narrow
            : throw new ValueTruncationException(
                string.Create(CultureInfo.InvariantCulture, $"The number {number} has more precision than Single."));
    }

    private static bool IsListType(Type target) => target.IsGenericType && target.GetGenericArguments().Length == 1
        && target.IsAssignableFrom(typeof(List<>).MakeGenericType(target.GetGenericArguments()));

    private static Array ConvertArray(IList values, Type element)
    {
        var array = Array.CreateInstance(element, values.Count);
        for (var i = 0; i < values.Count; i++)
            array.SetValue(Convert(values[i], element), i);
        return array;
    }

    private static IList ConvertList(IList values, Type element)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        foreach (var value in values)
            list.Add(Convert(value, element));
        return list;
    }

    private static InvalidCastException NotConvertible(object value, Type target) =>
        new($"A value of type {value.GetType().Name} cannot be converted to {target.Name}.");
}
