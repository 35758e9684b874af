using GraphIntel.Core.Model;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Reads a store's answer where it lies, forward, value by value: rows are tuples whose width the plan knows, items are
/// lists whose length the store knows. Each method consumes what it names.
/// </summary>
internal interface IRowReader
{
    /// <summary>Where the next value begins; can be set back to where it was before.</summary>
    int Position { get; set; }

    /// <summary>Consumes a null; false, and nothing consumed, where the next value is none.</summary>
    bool TryReadNull();

    /// <summary>Consumes the beginning of a row.</summary>
    void EnterRow();

    /// <summary>Consumes the end of a row, all of whose values were read.</summary>
    void ExitRow();

    /// <summary>Consumes the beginning of a list and gives what <see cref="NextItem"/> counts down.</summary>
    int EnterList();

    /// <summary>Whether the list goes on; consumes its end where it does not.</summary>
    bool NextItem(ref int remaining);

    /// <summary>Consumes a whole number.</summary>
    int ReadInt();

    /// <summary>Consumes a scalar of that kind and writes it as JSON.</summary>
    void CopyScalar(ScalarKind kind, ResponseBuffer output);

    /// <summary>Consumes whatever comes next, rows and lists whole.</summary>
    void Skip();
}
