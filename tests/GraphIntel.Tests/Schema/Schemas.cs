using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;

namespace GraphIntel.Tests.Schema;

/// <summary>Schemas that several tests use.</summary>
internal static class Schemas
{
    public static GraphSchema Domain { get; } = SchemaBuilder.Build(ModelReader.ReadDomain());

    public static GraphSchema Films { get; } =
        SchemaBuilder.Build(ModelReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Model", "films.graphql"))));

    public static GraphSchema Of(string name) => name == "films" ? Films : Domain;
}
