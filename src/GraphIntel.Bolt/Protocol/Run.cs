using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>A statement's parameters, which can write themselves as one map.</summary>
internal interface IParameters
{
    void Write(PackStreamWriter writer);
}

/// <summary>RUN: a statement with its parameters. Inside a transaction it has no extra.</summary>
internal readonly record struct Run<TParameters>(string Query, TParameters Parameters, Extra? Extra, BoltVersion Version) : IMessage
    where TParameters : struct, IParameters
{
    public void Write(PackStreamWriter writer)
    {
        writer.WriteStructureHeader(MessageTag.Run, 3);
        writer.WriteString(Query);
        Parameters.Write(writer);
        if (Extra is null)
            writer.WriteMapHeader(0);
        else
            Extra.Write(writer, Version);
    }

    public override string ToString() => "Run";
}

/// <summary>What a server says of a result before its first record.</summary>
internal sealed class RunResponse : Response
{
    /// <summary>The names of a record's values.</summary>
    public string[] Fields { get; private set; } = [];

    /// <summary>Which of a transaction's results this is.</summary>
    public long? QueryId { get; private set; }

    /// <summary>Milliseconds until the first record was ready; null where the server does not say.</summary>
    public long? AvailableAfter { get; private set; }

    protected override void OnSuccess(ReadOnlySpan<byte> metadata)
    {
        var reader = new PackStreamReader(metadata);
        for (var left = reader.ReadMapHeader(); left > 0; left--)
        {
            var key = reader.ReadUtf8String();
            if (key.SequenceEqual("fields"u8))
            {
                Fields = new string[reader.ReadListHeader()];
                for (var i = 0; i < Fields.Length; i++)
                    Fields[i] = reader.ReadString();
            }
            else if (key.SequenceEqual("qid"u8))
                QueryId = reader.ReadInteger();
            else if (key.SequenceEqual("t_first"u8))
                AvailableAfter = reader.ReadInteger();
            else
                reader.Skip();
        }
    }
}
