using CsvHelper;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Import.Graph.Reading;

namespace GraphIntel.Import.Graph.Exporting;

/// <summary>Writes the file of one type: a header, then a row for each node or relationship.</summary>
internal sealed class GraphFileWriter : IDisposable
{
    private readonly FileStream _stream;
    private readonly CsvWriter _writer;
    private readonly CellText _cells;

    /// <summary>Creates the file and writes the header.</summary>
    public GraphFileWriter(string path, ElementType type, CellText cells)
    {
        _cells = cells;
        _stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        _writer = CsvWriter.Create(_stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        string[] keys = type is RelationshipType relationship
            ? [":START_ID", ":END_ID", .. relationship.Id is null ? (string[])[] : ["id"]]
            : ["id:ID"];
        _writer.WriteRecord([.. keys, .. GivenProperties.Of(type).Select(ColumnSyntax.HeaderOf)]);
    }

    /// <summary>The number of rows, without the header.</summary>
    public long Rows { get; private set; }

    /// <summary>Adds nodes.</summary>
    public void Write(NodeRows rows)
    {
        foreach (var row in rows.Rows)
        {
            _writer.WriteField(row.Id);
            WriteValues(rows.Columns, row.Values, row.Id);
        }
    }

    /// <summary>Adds relationships.</summary>
    public void Write(RelationshipRows rows)
    {
        foreach (var row in rows.Rows)
        {
            _writer.WriteField(row.Source);
            _writer.WriteField(row.Target);
            if (rows.Type.Id is not null)
                _writer.WriteField(row.Id);
            WriteValues(rows.Columns, row.Values, row.Id ?? rows.Type.DeriveId(row.Source, row.Target));
        }
    }

    /// <summary>Writes everything to the disk.</summary>
    public void Complete()
    {
        _writer.Flush();
        _stream.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _writer.Dispose();
            _stream.Dispose();
        }
        catch (Exception failure) when (failure is IOException or ArgumentOutOfRangeException)
        {
            // Without Complete, the file is deleted: the failure that prevents the rest from being written is reported already.
        }
    }

    private void WriteValues(IReadOnlyList<Property> columns, object?[] values, string id)
    {
        for (var index = 0; index < values.Length; index++)
            _writer.WriteField(_cells.Of(values[index], columns[index], WriteErrors.Show(id)));
        _writer.EndRecord();
        Rows++;
    }
}
