using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;

namespace GraphIntel.Core.Storage.Layout;

/// <summary>What a store says when it keeps another model than the one asked for.</summary>
/// <param name="place">The store as its user names it.</param>
/// <param name="container">What a store is kept in: a file, a database.</param>
internal sealed class ModelMismatch(string place, string container)
{
    /// <summary>The model has not just grown.</summary>
    /// <param name="obstacles">One sentence for each thing that does not fit.</param>
    public StoreException DoesNotFit(IEnumerable<string> obstacles) => Refused(
        $"{place} keeps data of a model that does not fit this one:\n" +
        string.Join('\n', obstacles.Select(obstacle => "- " + obstacle)) +
        $"\nChange the model back, or name a new {container} and import into it. Nothing was changed.");

    /// <summary>Another process has fitted the store to a model that asks for more than this one keeps true.</summary>
    public StoreException Fitted() =>
        Refused($"{place} was fitted to another model by another process: start again with that model.");

    /// <summary>What says which model is kept is gone or cannot be read.</summary>
    public StoreException Unknown() =>
        Refused($"{place} does not say which model it keeps: it is damaged. Import into a new {container}.");

    /// <summary>A node has more relationships than the model now allows.</summary>
    public static string TooMany(RelationshipType type, string id, long count) =>
        $"{type.Type}: {Refusal.Show(id)} has {count} of them; the model now allows one.";

    private static StoreException Refused(string message) => new(StoreFailure.Refused, message);
}
