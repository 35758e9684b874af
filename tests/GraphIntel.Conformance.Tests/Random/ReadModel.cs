using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>A model with its text and its schema.</summary>
internal sealed record ReadModel(string Sdl, GraphModel Model, GraphSchema Schema)
{
    /// <summary>The model that is built in.</summary>
    public static ReadModel Domain { get; } = OfDomain();

    /// <summary>A model at random.</summary>
    public static ReadModel Random(Dice dice)
    {
        var sdl = RandomModel.Write(dice);
        var model = ModelReader.Read(sdl);
        return new ReadModel(sdl, model, SchemaBuilder.Build(model));
    }

    private static ReadModel OfDomain()
    {
        var model = ModelReader.ReadDomain();
        return new ReadModel("the domain's model", model, SchemaBuilder.Build(model));
    }
}
