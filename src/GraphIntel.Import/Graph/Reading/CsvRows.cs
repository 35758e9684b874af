using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace GraphIntel.Import.Graph.Reading;

/// <summary>
/// Reads the rows of a file one at a time. The first row is the header; a malformed row is reported as an error and skipped.
/// </summary>
internal sealed class CsvRows : IDisposable
{
    /// <summary>Maximum size of a row in bytes, so that an unclosed quote does not load a whole large file into memory.</summary>
    public const int MaxRowBytes = 4 << 20;

    private readonly GraphFile _file;
    private readonly ImportDiagnostics _diagnostics;
    private readonly CsvReader _reader;
    private string? _malformed;
    private int _width;

    /// <summary>Opens a file. Like the other members, throws an exception if the file cannot be read.</summary>
    public CsvRows(GraphFile file, ImportDiagnostics diagnostics)
    {
        _file = file;
        _diagnostics = diagnostics;
        var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        IsUtf16 = StartsWithUtf16Bom(stream);
        _reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = ',',
            DetectSeparatorHint = false,
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = MaxRowBytes,
            OnMalformedRecord = record => _malformed = Describe(record.Reason),
        });
    }

    /// <summary>Whether the file starts with the byte order mark of UTF-16.</summary>
    public bool IsUtf16 { get; }

    /// <summary>Whether a malformed row was skipped.</summary>
    public bool SkippedRows { get; private set; }

    /// <summary>The line where the row starts, counted from 1.</summary>
    public int Line => (int)Math.Min(_reader.LineNumber, int.MaxValue);

    /// <summary>The number of bytes before the row.</summary>
    public long BytesRead => _reader.ByteOffset;

    /// <summary>The number of cells of the row.</summary>
    public int Width => _reader.FieldCount;

    /// <summary>The text of a cell; empty if the cell is empty.</summary>
    public string Cell(int index) => _reader.GetString(index);

    /// <summary>Advances to the next well-formed row, the header first; false at the end of the file.</summary>
    public bool Read()
    {
        while (ReadRecord())
        {
            var error = _malformed ?? FindInvalidText() ?? FindWrongWidth();
            if (error is null)
            {
                if (_width == 0)
                    _width = Width;
                return true;
            }

            _diagnostics.Add(_file.Name, Line, null, error);
            SkippedRows = true;
            // Without a header, the rows cannot be read.
            if (_width == 0)
                return false;
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
            _diagnostics.Add(
                _file.Name, (int)Math.Min(failure.LineNumber, int.MaxValue), null,
                $"the row exceeds the limit of {MaxRowBytes >> 20} MiB (is a quote not closed?); the rest of the file was not read");
            SkippedRows = true;
            return false;
        }
    }

    private string? FindInvalidText()
    {
        var raw = _reader.RawRecord;
        if (!Utf8.IsValid(raw))
            return "the row is not valid UTF-8";
        return raw.Contains((byte)0) ? "the row contains a NUL character, which is not allowed" : null;
    }

    private string? FindWrongWidth()
    {
        if (_width == 0 || Width == _width)
            return null;
        var hint = Width == _width + 1 && Cell(_width).Length == 0 ? "; remove the comma at its end" : "";
        return $"the row has {Width} {(Width == 1 ? "cell" : "cells")}, but the header has {_width}{hint}";
    }

    /// <summary>What is wrong with a malformed row, and what to do.</summary>
    public static string Describe(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.StrayQuote =>
            "an unquoted cell contains a quote; quote the cell and double the quotes inside it",
        CsvMalformedReason.TextAfterClosingQuote =>
            "there is text after a closing quote; double the quotes inside a quoted cell",
        CsvMalformedReason.UnterminatedQuote => "a quote is not closed before the end of the file",
        _ => "the row is malformed",
    };

    private static bool StartsWithUtf16Bom(FileStream stream)
    {
        Span<byte> mark = stackalloc byte[2];
        var length = stream.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return length == 2
            && (mark.SequenceEqual(Encoding.Unicode.Preamble) || mark.SequenceEqual(Encoding.BigEndianUnicode.Preamble));
    }
}
