using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>The parameters of a statement, written as one map.</summary>
internal interface IParameters
{
    void Write(PackStreamWriter writer);
}

/// <summary>RUN: runs a statement with its parameters. In a transaction, <c>Extra</c> is null.</summary>
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

/// <summary>The response to RUN.</summary>
/// <param name="onDatabase">Receives the name of the home database, if no database was sent.</param>
internal sealed class RunResponse(Action<string>? onDatabase = null) : Response
{
    /// <summary>The names of the values.</summary>
    public string[] Fields { get; private set; } = [];

    /// <summary>The id of the result in its transaction.</summary>
    public long? QueryId { get; private set; }

    /// <summary>Milliseconds until the first record was available; null if the server does not send it.</summary>
    public long? AvailableAfter { get; private set; }

    protected override void OnSuccess(ReadOnlySpan<byte> metadata)
    {
        var reader = new PackStreamReader(metadata);
        for (var remaining = reader.ReadMapHeader(); remaining > 0; remaining--)
        {
            var key = reader.ReadUtf8String();
            if (key.SequenceEqual("fields"u8))
            {
                Fields = new string[reader.ReadListHeader()];
                for (var i = 0; i < Fields.Length; i++)
                    Fields[i] = reader.ReadString();
            }
            else if (key.SequenceEqual("qid"u8))
            {
                QueryId = reader.ReadInteger();
            }
            else if (key.SequenceEqual("t_first"u8))
            {
                AvailableAfter = reader.ReadInteger();
            }
            else if (onDatabase is not null && key.SequenceEqual("db"u8) && reader.PeekType() == PackStreamType.String)
            {
                onDatabase(reader.ReadString());
            }
            else
            {
                reader.Skip();
            }
        }
    }
}
