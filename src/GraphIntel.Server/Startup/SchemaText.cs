using GraphIntel.Core.Schema;

namespace GraphIntel.Server.Startup;

/// <summary>The SDL as printed and served: every line ends with LF, including the last.</summary>
internal static class SchemaText
{
    public static string Of(GraphSchema schema) => schema.ToSdl().TrimEnd('\n') + "\n";
}
