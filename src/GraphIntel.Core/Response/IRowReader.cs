using GraphIntel.Core.Model;
using GraphIntel.Core.Values;

namespace GraphIntel.Core.Response;

/// <summary>
/// A forward-only reader over a store's result, in place: rows are tuples whose width the plan knows, lists have a length that
/// the store knows. Each method consumes what it names.
/// </summary>
internal interface IRowReader
{
    /// <summary>The start of the next value; can be set back to an earlier value.</summary>
    int Position { get; set; }

    /// <summary>Consumes a null; false, with nothing consumed, if the next value is not null.</summary>
    bool TryReadNull();

    /// <summary>Consumes the beginning of a row.</summary>
    void EnterRow();

    /// <summary>Consumes the end of a row after all of its values.</summary>
    void ExitRow();

    /// <summary>Consumes the beginning of a list; returns the counter for <see cref="NextItem"/>.</summary>
    int EnterList();

    /// <summary>Whether there is another item; otherwise consumes the end of the list.</summary>
    bool NextItem(ref int remaining);

    /// <summary>
    /// Consumes the beginning of a list that is stored as a value; false, with nothing consumed, if the value is not a list.
    /// </summary>
    bool TryEnterList(out int remaining);

    /// <summary>Consumes an integer that the statement itself produced.</summary>
    int ReadInt();

    /// <summary>Consumes a day; false, with nothing consumed, if it is none.</summary>
    bool TryReadDay(out DateOnly day);

    /// <summary>
    /// Consumes a stored scalar and writes it as JSON; false, with nothing consumed or written, if it is not a value of the
    /// type.
    /// </summary>
    /// <param name="kind">The kind of the type; never a point.</param>
    /// <param name="values">The enum, if the kind is one.</param>
    /// <param name="output">The output.</param>
    bool TryCopyScalar(ScalarKind kind, EnumType? values, ResponseBuffer output);

    /// <summary>Consumes a stored point; false, with nothing consumed, if it is not one.</summary>
    bool TryReadPoint(out GeoPoint point);

    /// <summary>
    /// Consumes a sort key, which may be null, and writes it as in a cursor: as the store compares it, even if it is not a
    /// value of its type.
    /// </summary>
    void CopyKey(ScalarKind kind, ResponseBuffer output);

    /// <summary>Describes the next value for an error of a field of that kind. Consumes nothing.</summary>
    string Describe(ScalarKind kind);

    /// <summary>Consumes the next value, row or list.</summary>
    void Skip();
}
