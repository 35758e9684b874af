using System.Buffers.Text;
using CsvHelper;
using GraphIntel.Core.Export;
using GraphIntel.Core.Response;

namespace GraphIntel.Server.Exports;

/// <summary>Rows as CSV (RFC 4180), in UTF-8, with a header.</summary>
internal sealed class CsvFormat : IRowFormat
{
    private readonly RowTable _table;
    private readonly BufferStream _stream = new();
    private readonly CsvWriter _csv;

    /// <param name="table">The columns.</param>
    /// <param name="isForExcel">
    /// Whether to write a byte order mark, by which Excel recognizes UTF-8, and to mark texts as such that a spreadsheet would take
    /// for formulas.
    /// </param>
    public CsvFormat(RowTable table, bool isForExcel)
    {
        _table = table;
        _csv = CsvWriter.Create(_stream, new CsvWriterOptions
        {
            WriteByteOrderMark = isForExcel,
            Injection = isForExcel ? CsvInjection.Escape : CsvInjection.None,
        });
    }

    /// <inheritdoc/>
    public void WriteTo(ResponseBuffer buffer) => _stream.Buffer = buffer;

    /// <inheritdoc/>
    public void Begin()
    {
        foreach (var column in _table.Columns)
            _csv.WriteField(column.Name);
        _csv.EndRecord();
    }

    /// <inheritdoc/>
    public void WriteRow(IReadOnlyList<RowColumn> columns)
    {
        for (var index = 0; index < columns.Count; index++)
            WriteCell(columns[index]);
        _csv.EndRecord();
    }

    /// <inheritdoc/>
    public void Flush() => _csv.Flush();

    /// <inheritdoc/>
    public void End() => _csv.Flush();

    /// <inheritdoc/>
    public void Dispose()
    {
        // What the writer still holds after a failure belongs nowhere.
        using var discarded = new ResponseBuffer();
        _stream.Buffer = discarded;
        _csv.Dispose();
    }

    private void WriteCell(RowColumn column)
    {
        // A negative number is no text, and no formula.
        if (column.Kind == CellKind.Number && column.Text[0] == (byte)'-')
            WriteNumber(column.Text);
        else
            _csv.WriteField(column.Text);
    }

    private void WriteNumber(ReadOnlySpan<byte> text)
    {
        if (Utf8Parser.TryParse(text, out long whole, out var length) && length == text.Length)
            _csv.WriteField(whole);
        else if (Utf8Parser.TryParse(text, out double number, out _))
            _csv.WriteField(number);
    }
}
