using System.Text.Json;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Graph.Reading;

namespace GraphIntel.Import.Mapping.Reading;

/// <summary>
/// Reads the rows of a JSON file: flat objects in a list, which is the file or one of its members. The columns are the members of all
/// objects. One object is in memory at a time.
/// </summary>
internal sealed class JsonRows : ITableRows
{
    private const int MaxDepth = 16;
    private const int FirstBuffer = 1 << 16;

    private readonly TableFile _file;
    private readonly TableOptions _options;
    private readonly Stream _stream;
    private readonly FileStream _source;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<string?> _cells = [];
    private byte[] _buffer = new byte[FirstBuffer];
    private int _start;
    private int _end;
    private bool _isFinal;
    private int _passedLines;
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = MaxDepth });

    private JsonRows(TableFile file, TableOptions options)
    {
        (_file, _options) = (file, options);
        _stream = file.Open(out _source);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <inheritdoc/>
    public int Line { get; private set; } = 1;

    /// <inheritdoc/>
    public long BytesRead => _source.Position;

    /// <inheritdoc/>
    public string? Error { get; private set; }

    /// <summary>Whether a file begins as JSON does.</summary>
    public static bool IsJson(TableFile file)
    {
        try
        {
            using var stream = file.Open(out var source);
            using (source)
            {
                Span<byte> start = stackalloc byte[64];
                var text = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
                if (text.StartsWith("\uFEFF"u8))
                    text = text[3..];
                text = text.TrimStart(" \t\r\n"u8);
                return text.Length > 0 && text[0] is (byte)'{' or (byte)'[';
            }
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw file.CannotRead(failure);
        }
    }

    /// <summary>Opens a file, and reads the names of all members.</summary>
    /// <exception cref="ImportException">It cannot be read, or is not such a file.</exception>
    public static JsonRows Open(TableFile file, TableOptions options)
    {
        using var names = new JsonRows(file, options);
        names.Begin();
        while (names.Read())
        {
        }

        if (names._columns.Count == 0)
            throw new ImportException($"{file.Name} has no rows.");
        var rows = new JsonRows(file, options) { Header = [.. names._columns.Keys] };
        foreach (var (name, index) in names._columns)
            rows._columns.Add(name, index);
        rows.Begin();
        return rows;
    }

    /// <inheritdoc/>
    public bool Read()
    {
        while (true)
        {
            var reader = NewReader();
            if (!TryRead(ref reader))
            {
                Fill();
                continue;
            }

            if (reader.TokenType == JsonTokenType.EndArray)
                return false;
            var line = LineAt(reader.TokenStartIndex);
            if (reader.TokenType != JsonTokenType.StartObject)
                throw new ImportException($"{_file.Name}:{line}: a row must be an object, {{\"column\": value, ...}}.");
            if (TryParse(ref reader) is not { } document)
            {
                Fill();
                continue;
            }

            using (document)
                ReadCells(document.RootElement);
            Line = line;
            Consume(reader);
            return true;
        }
    }

    /// <inheritdoc/>
    public string? Cell(int index) => index < _cells.Count ? _cells[index] : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _stream.Dispose();
        _source.Dispose();
    }

    private void ReadCells(JsonElement row)
    {
        Error = null;
        for (var index = 0; index < _cells.Count; index++)
            _cells[index] = null;
        foreach (var member in row.EnumerateObject())
        {
            if (!_columns.TryGetValue(member.Name, out var index))
                _columns.Add(member.Name, index = _columns.Count);
            while (_cells.Count <= index)
                _cells.Add(null);
            if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                Error ??= $"the member {WriteErrors.Show(member.Name)} is a list or an object; a row must have texts and numbers only";
            else if (member.Value.ValueKind != JsonValueKind.Null)
                _cells[index] = _options.Clean(member.Value.ToString());
        }
    }

    /// <summary>Goes to the list of rows.</summary>
    private void Begin()
    {
        Fill();
        if (_buffer.AsSpan(_start, _end - _start).StartsWith("\uFEFF"u8))
            _start += 3;
        var isMember = _options.At!.Length > 0;
        Expect(isMember ? JsonTokenType.StartObject : JsonTokenType.StartArray);
        while (isMember && !EnterMember())
        {
        }
    }

    /// <summary>Reads the name of a member: enters the list if it is the wanted one, else passes its value.</summary>
    private bool EnterMember()
    {
        while (true)
        {
            var reader = NewReader();
            if (!TryRead(ref reader))
            {
                Fill();
                continue;
            }

            if (reader.TokenType == JsonTokenType.EndObject)
                throw new ImportException($"{_file.Name} has no member {WriteErrors.Show(_options.At!)} with the rows.");
            if (reader.ValueTextEquals(_options.At))
            {
                Consume(reader);
                Expect(JsonTokenType.StartArray);
                return true;
            }

            if (!TrySkip(ref reader))
            {
                Fill();
                continue;
            }

            Consume(reader);
            return false;
        }
    }

    private void Expect(JsonTokenType type)
    {
        while (true)
        {
            var reader = NewReader();
            if (!TryRead(ref reader))
            {
                Fill();
                continue;
            }

            if (reader.TokenType != type)
            {
                throw new ImportException(
                    $"{_file.Name}:{LineAt(reader.TokenStartIndex)}: expected {(type == JsonTokenType.StartArray ? "the list of rows, [...]" : $"an object with the member {WriteErrors.Show(_options.At!)}")}.");
            }

            Consume(reader);
            return;
        }
    }

    private Utf8JsonReader NewReader() => new(_buffer.AsSpan(_start, _end - _start), _isFinal, _state);

    private bool TryRead(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException failure)
        {
            throw Invalid(failure);
        }
    }

    private bool TrySkip(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.TrySkip();
        }
        catch (JsonException failure)
        {
            throw Invalid(failure);
        }
    }

    private JsonDocument? TryParse(ref Utf8JsonReader reader)
    {
        try
        {
            return JsonDocument.TryParseValue(ref reader, out var document) ? document : null;
        }
        catch (JsonException failure)
        {
            throw Invalid(failure);
        }
    }

    private ImportException Invalid(JsonException failure) =>
        new($"{_file.Name}:{(failure.LineNumber ?? 0) + 1}: this is not valid JSON.", failure);

    private int LineAt(long offset) => _passedLines + 1 + _buffer.AsSpan(_start, (int)offset).Count((byte)'\n');

    private void Consume(Utf8JsonReader reader)
    {
        var consumed = (int)reader.BytesConsumed;
        _passedLines += _buffer.AsSpan(_start, consumed).Count((byte)'\n');
        _start += consumed;
        _state = reader.CurrentState;
    }

    /// <summary>Reads more of the file; the buffer grows if an object does not fit.</summary>
    private void Fill()
    {
        if (_isFinal)
            throw new ImportException($"{_file.Name}:{LineAt(_end - _start)}: the file ends within JSON.");
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end > CsvRows.MaxRowBytes)
            throw new ImportException($"{_file.Name}:{_passedLines + 1}: the row exceeds the limit of {CsvRows.MaxRowBytes >> 20} MiB.");
        if (_end * 2 > _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        try
        {
            var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += read;
            _isFinal = read == 0;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            throw _file.CannotRead(failure);
        }
    }
}
