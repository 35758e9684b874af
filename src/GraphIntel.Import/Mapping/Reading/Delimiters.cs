using System.Text;

namespace GraphIntel.Import.Mapping.Reading;

/// <summary>Detects the delimiter of a table: the most frequent candidate outside quotes in the first line.</summary>
internal static class Delimiters
{
    private const int MaxLine = 1 << 16;

    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <summary>The delimiter; a comma if there is none.</summary>
    public static char Detect(Stream stream, Encoding? encoding)
    {
        using var reader = new StreamReader(stream, encoding ?? Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var buffer = new char[MaxLine];
        var length = reader.ReadBlock(buffer);
        Span<int> counts = stackalloc int[4];
        var inQuotes = false;
        foreach (var character in buffer.AsSpan(0, length))
        {
            if (character == '"')
                inQuotes = !inQuotes;
            else if (!inQuotes && character is '\n' or '\r')
                break;
            else if (!inQuotes && Array.IndexOf(Candidates, character) is >= 0 and var index)
                counts[index]++;
        }

        var best = 0;
        for (var index = 1; index < counts.Length; index++)
        {
            if (counts[index] > counts[best])
                best = index;
        }

        return Candidates[best];
    }
}
