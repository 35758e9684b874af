using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;

namespace GraphIntel.Core.Storage.Layout;

/// <summary>Errors of a store that holds data of another model.</summary>
/// <param name="place">The name of the store in messages.</param>
/// <param name="container">The kind of container: "file" or "database".</param>
internal sealed class ModelMismatch(string place, string container)
{
    /// <summary>The model is not a compatible extension.</summary>
    /// <param name="incompatibilities">One sentence for each incompatibility.</param>
    public StoreException Incompatible(IEnumerable<string> incompatibilities) => Refused(
        $"{place} holds data of an incompatible model:\n" +
        string.Join('\n', incompatibilities.Select(incompatibility => "- " + incompatibility)) +
        $"\nRestore the previous model, or specify a new {container} and import into it. Nothing was changed.");

    /// <summary>Another process has upgraded the store to a model whose derived data this process would not maintain.</summary>
    public StoreException UpgradedElsewhere() =>
        Refused($"{place} was upgraded to another model by another process: restart with that model.");

    /// <summary>The store is empty, or not prepared for this model and version, and is only to be read.</summary>
    public StoreException NotPrepared() =>
        Refused($"{place} is not prepared for this model and version: start the server or run an import with it first. Nothing was changed.");

    /// <summary>The description of the stored model is missing or cannot be read.</summary>
    public StoreException NoModelDescription() =>
        Refused($"{place} has no readable description of its model: it is corrupted. Import into a new {container}.");

    /// <summary>A node has more relationships than the new model allows.</summary>
    public static string TooManyRelationships(RelationshipType type, string id, long count) =>
        $"{type.Type}: {WriteErrors.Show(id)} has {count} relationships; the model now allows one.";

    private static StoreException Refused(string message) => new(StoreFailure.Refused, message);
}
