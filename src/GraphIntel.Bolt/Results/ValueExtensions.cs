using System.Collections;
using System.Globalization;

namespace GraphIntel.Bolt;

/// <summary>Turns what a record holds into the .NET types that a program wants.</summary>
public static class ValueExtensions
{
    /// <summary>
    /// The value as <typeparamref name="T"/>: numbers where nothing is lost, dates and times as .NET's where they fit, lists and
    /// arrays with every value turned likewise. A null is only for types that have one.
    /// </summary>
    /// <exception cref="InvalidCastException">The value is of another kind.</exception>
    /// <exception cref="ValueOverflowException">It is of the kind, but beyond the type's range.</exception>
    /// <exception cref="ValueTruncationException">It is of the kind, but finer than the type can hold.</exception>
    public static T As<T>(this object? value) => value is T typed ? typed : (T)Convert(value, typeof(T))!;

    private static object? Convert(object? value, Type type)
    {
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null)
        {
            return !type.IsValueType || wanted != type
                ? null
                : throw new InvalidCastException($"The value is null, which {type.Name} cannot be.");
        }
        if (wanted.IsInstanceOfType(value))
            return value;
        return value switch
        {
            long integer => ConvertInteger(integer, wanted),
            double number when wanted == typeof(float) => Narrow(number),
            LocalDate date when wanted == typeof(DateOnly) => date.ToDateOnly(),
            LocalTime time when wanted == typeof(TimeOnly) => time.ToTimeOnly(),
            LocalDateTime dateTime when wanted == typeof(DateTime) => dateTime.ToDateTime(),
            ZonedDateTime dateTime when wanted == typeof(DateTimeOffset) => dateTime.ToDateTimeOffset(),
            IList list when wanted.IsArray => ConvertArray(list, wanted.GetElementType()!),
            IList list when IsListOfOne(wanted) => ConvertList(list, wanted.GetGenericArguments()[0]),
            _ => throw Refused(value, wanted),
        };
    }

    private static object ConvertInteger(long integer, Type wanted)
    {
        if (wanted == typeof(double) || wanted == typeof(float))
        {
            // A double holds every integer to 2^53; beyond, neighbours fall together.
            if (wanted == typeof(double) ? integer is >= -(1L << 53) and <= 1L << 53 : integer is >= -(1 << 24) and <= 1 << 24)
                return System.Convert.ChangeType(integer, wanted, CultureInfo.InvariantCulture);
            throw new ValueTruncationException($"The integer {integer} is finer than {wanted.Name} can hold.");
        }
        if (!wanted.IsPrimitive || wanted == typeof(bool) || wanted == typeof(char))
            throw Refused(integer, wanted);
        try
        {
            return System.Convert.ChangeType(integer, wanted, CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            throw new ValueOverflowException($"The integer {integer} is beyond {wanted.Name}.");
        }
    }

    private static float Narrow(double number)
    {
        var narrow = (float)number;
        if (float.IsInfinity(narrow) && !double.IsInfinity(number))
            throw new ValueOverflowException(string.Create(CultureInfo.InvariantCulture, $"The number {number} is beyond Single."));
        return narrow == number || double.IsNaN(number)
            ? narrow
            : throw new ValueTruncationException(
                string.Create(CultureInfo.InvariantCulture, $"The number {number} is finer than Single can hold."));
    }

    private static bool IsListOfOne(Type wanted) => wanted.IsGenericType && wanted.GetGenericArguments().Length == 1
        && wanted.IsAssignableFrom(typeof(List<>).MakeGenericType(wanted.GetGenericArguments()));

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

    private static InvalidCastException Refused(object value, Type wanted) =>
        new($"A value of type {value.GetType().Name} does not turn into {wanted.Name}.");
}
