using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace GraphIntel.Import.Graph.Reading;

/// <summary>
/// Reads a file's rows one after the other, holding no more than one. The first row is the header; a row that is not well
/// formed is a mistake and is passed over.
/// </summary>
internal sealed class CsvRows : IDisposable
{
    /// <summary>The longest row in bytes: a quote that is never closed must not bring all of a large file into memory.</summary>
    private const int LongestRow = 4 << 20;

    private readonly GraphFile _file;
    private readonly ImportMistakes _mistakes;
    private readonly CsvReader _reader;
    private string? _malformed;
    private int _width;

    /// <summary>Opens a file; throws where it cannot be read, as the other members do.</summary>
    public CsvRows(GraphFile file, ImportMistakes mistakes)
    {
        _file = file;
        _mistakes = mistakes;
        var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        IsUtf16 = StartsWithUtf16Mark(stream);
        _reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = ',',
            DetectSeparatorHint = false,
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRow,
            OnMalformedRecord = record => _malformed = Describe(record.Reason),
        });
    }

    /// <summary>Whether the file begins with the byte order mark of UTF-16.</summary>
    public bool IsUtf16 { get; }

    /// <summary>Whether some row was passed over because it was not well formed.</summary>
    public bool SkippedRows { get; private set; }

    /// <summary>The line on which the row begins, counted from 1.</summary>
    public int Line => (int)Math.Min(_reader.LineNumber, int.MaxValue);

    /// <summary>How many bytes come before the row.</summary>
    public long BytesRead => _reader.ByteOffset;

    /// <summary>How many cells the row has.</summary>
    public int Width => _reader.FieldCount;

    /// <summary>A cell's text; empty where it has none.</summary>
    public string Cell(int index) => _reader.GetString(index);

    /// <summary>Goes to the next well formed row, the header first; false at the end of the file.</summary>
    public bool Read()
    {
        while (ReadRecord())
        {
            var mistake = _malformed ?? FindInvalidText() ?? FindWrongWidth();
            if (mistake is null)
            {
                if (_width == 0) _width = Width;
                return true;
            }

            _mistakes.Add(_file.Name, Line, null, mistake);
            SkippedRows = true;
            // Without a header the rows mean nothing.
            if (_width == 0) return false;
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private bool ReadRecord()
    {
        _malformed = null;
        try
        {
            return _reader.Read();
        }
        catch (CsvFormatException failure)
        {
            _mistakes.Add(
                _file.Name, (int)Math.Min(failure.LineNumber, int.MaxValue), null,
                $"the row is longer than {LongestRow >> 20} MiB (is a quote not closed?); the rest of the file was not read");
            SkippedRows = true;
            return false;
        }
    }

    private string? FindInvalidText()
    {
        var raw = _reader.RawRecord;
        if (!Utf8.IsValid(raw)) return "the row has bytes that are not UTF-8";
        return raw.Contains((byte)0) ? "the row has a NUL character, which no text may have" : null;
    }

    private string? FindWrongWidth() => _width == 0 || Width == _width
        ? null
        : $"the row has {Width} {(Width == 1 ? "cell" : "cells")} where the header has {_width}";

    private static string Describe(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.StrayQuote =>
            "there is a quote inside a cell that does not begin with one; put the cell in quotes and double those inside",
        CsvMalformedReason.TextAfterClosingQuote =>
            "there is text after a closing quote; a quote inside a quoted cell is doubled",
        CsvMalformedReason.UnterminatedQuote => "a quote is not closed before the end of the file",
        _ => "the row is not well formed",
    };

    private static bool StartsWithUtf16Mark(FileStream stream)
    {
        Span<byte> mark = stackalloc byte[2];
        var length = stream.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return length == 2
            && (mark.SequenceEqual(Encoding.Unicode.Preamble) || mark.SequenceEqual(Encoding.BigEndianUnicode.Preamble));
    }
}
