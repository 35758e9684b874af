namespace GraphIntel.Core.Execution;

/// <summary>
/// An upper estimate of the memory of a cached document and its plans, in bytes. The factors were measured, with a margin, for
/// the worst kinds of documents.
/// </summary>
internal static class DocumentMemory
{
    // An empty document: its cache entry, its plans' dictionaries, its shape.
    private const int EmptyDocument = 4 * 1024;

    // The text as bytes (the key) and as two strings: one for locations, one that the syntax tree refers to.
    private const int PerByte = 6;

    // The syntax nodes of a name, a value or a bracket.
    private const int PerElement = 192;

    // An empty plan, and the objects (slots, predicates, operands, parameters) for a character of its statement.
    private const int EmptyPlan = 4 * 1024;
    private const int PerStatementCharacter = 14;

    /// <summary>The memory of a document with this text (UTF-8).</summary>
    public static long Of(ReadOnlySpan<byte> text)
    {
        long elements = 0;
        var isInside = false;
        foreach (var character in text)
        {
            // Other characters occur only in strings and comments, where counting too much does no harm.
            var isWord = char.IsAsciiLetterOrDigit((char)character) || character is (byte)'_';
            if (isWord ? !isInside : character is (byte)'{' or (byte)'[' or (byte)'(' or (byte)'"')
                elements++;
            isInside = isWord;
        }
        return EmptyDocument + (PerByte * (long)text.Length) + (PerElement * elements);
    }

    /// <summary>The memory of a plan with that many statements of this length.</summary>
    public static long OfPlan(int statementLength, int statements) =>
        EmptyPlan + ((long)statementLength * (PerStatementCharacter + (statements * sizeof(char))));
}
