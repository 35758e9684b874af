using System.Text.Unicode;
using CsvHelper;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Graph.Reading;

namespace GraphIntel.Import.Mapping.Reading;

/// <summary>Reads the rows of a table with delimiters (CSV, TSV).</summary>
internal sealed class DelimitedRows : ITableRows
{
    private readonly TableFile _file;
    private readonly TableOptions _options;
    private readonly FileStream _source;
    private readonly CsvReader _reader;
    private string? _malformed;
    private bool _isFirstRead;

    private DelimitedRows(TableFile file, TableOptions options)
    {
        (_file, _options) = (file, options);
        char delimiter;
        using (var start = file.Open(out var opened))
        using (opened)
            delimiter = options.Delimiter ?? Delimiters.Detect(start, options.Encoding);

        var stream = file.Open(out _source);
        _reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = delimiter,
            Mode = options.HasQuotes ? CsvMode.Rfc4180 : CsvMode.NoEscape,
            DetectSeparatorHint = false,
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = CsvRows.MaxRowBytes,
            PoolStrings = true,
            Encoding = options.Encoding,
            OnMalformedRecord = record => _malformed = Describe(record.Reason) ?? _malformed,
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <inheritdoc/>
    public int Line => (int)Math.Min(_reader.LineNumber, int.MaxValue);

    /// <inheritdoc/>
    public long BytesRead => _source.Position;

    /// <inheritdoc/>
    public string? Error { get; private set; }

    /// <summary>Opens a table and reads its header.</summary>
    /// <exception cref="ImportException">The file or its header cannot be read.</exception>
    public static DelimitedRows Open(TableFile file, TableOptions options)
    {
        DelimitedRows? rows = null;
        try
        {
            rows = new DelimitedRows(file, options);
            rows.ReadHeader();
            return rows;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException or ImportException)
        {
            rows?.Dispose();
            throw failure as ImportException ?? file.CannotRead(failure);
        }
    }

    /// <inheritdoc/>
    public bool Read()
    {
        if (_isFirstRead)
        {
            // The row that told that there is no header, or the one after it, if it does not consist of tags.
            _isFirstRead = false;
            Check();
            return true;
        }

        if (!ReadRecord())
            return false;
        Check();
        return true;
    }

    /// <inheritdoc/>
    public string? Cell(int index) => index >= _reader.FieldCount ? null : _options.Clean(_reader.GetString(index));

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _source.Dispose();
    }

    private void ReadHeader()
    {
        if (!ReadRecord())
            throw new ImportException($"{_file.Name} has no rows.");
        Check();
        if (Error is not null)
            throw new ImportException($"{_file.Name}:{Line}: {Error}");
        if (_options.HasNoHeader || (_options.Names.Count > 0 && !IsHeader()))
        {
            Header = _options.Names;
            _isFirstRead = true;
            return;
        }

        var header = new string[_reader.FieldCount];
        for (var index = 0; index < header.Length; index++)
            header[index] = _reader.GetString(index).Trim();
        Header = header;
        _isFirstRead = ReadRecord() && (!IsTags() || ReadRecord());
    }

    /// <summary>Whether at least half of the cells are names of columns.</summary>
    private bool IsHeader()
    {
        var names = 0;
        for (var index = 0; index < _reader.FieldCount; index++)
        {
            if (_options.Names.Contains(_reader.GetString(index).Trim(), StringComparer.OrdinalIgnoreCase))
                names++;
        }

        return names * 2 >= _reader.FieldCount;
    }

    /// <summary>Whether each cell is the name of its column.</summary>
    private bool IsHeaderAgain()
    {
        for (var index = 0; index < Header.Count; index++)
        {
            if (index >= _reader.FieldCount || !_reader.GetString(index).AsSpan().Trim().Equals(Header[index], StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    /// <summary>Whether the row has HXL tags: every cell that is not empty starts with <c>#</c>.</summary>
    private bool IsTags()
    {
        var tags = 0;
        for (var index = 0; index < _reader.FieldCount; index++)
        {
            if (Cell(index) is not { } text)
                continue;
            if (text[0] != '#')
                return false;
            tags++;
        }

        return tags > 0;
    }

    private bool ReadRecord()
    {
        _malformed = null;
        try
        {
            return _reader.Read();
        }
        catch (CsvFormatException failure)
        {
            throw new ImportException(
                $"{_file.Name}:{failure.LineNumber}: the row exceeds the limit of {CsvRows.MaxRowBytes >> 20} MiB (is a quote not closed?)", failure);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            throw _file.CannotRead(failure);
        }
    }

    private void Check()
    {
        Error = _malformed;
        if (Error is not null)
            return;
        var raw = _reader.RawRecord;
        if (!Utf8.IsValid(raw))
            Error = "the row is not valid UTF-8; give its encoding with --encoding";
        else if (raw.Contains((byte)0))
            Error = "the row contains a NUL character, which is not allowed; if the file is in UTF-16, give --encoding utf-16";
        else if (Header.Count > 0 && _reader.FieldCount != Header.Count && !(_options.PadShortRows && _reader.FieldCount < Header.Count))
            Error = $"the row has {_reader.FieldCount} cells, but the {(_options.HasNoHeader ? "mapping names" : "header has")} {Header.Count}";
        else if (Header.Count > 1 && IsHeaderAgain())
            Error = "the row repeats the names of the columns; if files were put together, remove it, or give the files one by one";
    }

    /// <summary>What is wrong with a row; a quote inside an unquoted cell is a character like others.</summary>
    private static string? Describe(CsvMalformedReason reason) =>
        reason is CsvMalformedReason.TextAfterClosingQuote or CsvMalformedReason.UnterminatedQuote ? CsvRows.Describe(reason) : null;
}
