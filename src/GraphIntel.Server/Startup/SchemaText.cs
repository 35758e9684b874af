using GraphIntel.Core.Schema;

namespace GraphIntel.Server.Startup;

/// <summary>The SDL as it is printed and served: lines end in LF, the last one too.</summary>
internal static class SchemaText
{
    public static string Of(GraphSchema schema) => schema.ToSdl().TrimEnd('\n') + "\n";
}
