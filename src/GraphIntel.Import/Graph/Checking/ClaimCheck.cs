using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Import.Graph.Reading;

namespace GraphIntel.Import.Graph.Checking;

/// <summary>Checks what claims are about: a fact in the files or the store, or a property of such a fact.</summary>
internal sealed class ClaimCheck(
    ClaimRole role,
    GraphFile file,
    Header header,
    GraphModel model,
    IdTable ids,
    References references,
    ImportDiagnostics diagnostics)
{
    private readonly int _about = IndexOf(header, role.About);
    private readonly int _field = IndexOf(header, role.Field);

    /// <summary>Checks one claim.</summary>
    public void Add(GraphRow row, SourceLocation location)
    {
        if (_about < 0 || row.Values[_about] is not string about)
            return;
        if (FindErrorInFact(about) is { } error)
        {
            AddError(_about, location, error);
            return;
        }

        var type = model.TypeOfId(about)!;
        // Such a relationship is written after the claims, so a claim about it requires that the store already has it.
        var isWrittenLater = type is RelationshipType relationship && WriteOrder.IsOfClaims(relationship, model);
        references.Add(ids.Add(about), location, header.Names[header.Columns[_about].Cell], isWrittenLater);
        if (_field < 0 || row.Values[_field] is not string field)
            return;
        var properties = type.Properties
            .Where(property => property is { IsHidden: false, Name: not "id" })
            .Select(property => property.Name);
        if (!properties.Contains(field))
            AddError(_field, location, $"{type} has no property {WriteErrors.Show(field)}{NameSuggestions.DidYouMean(field, properties)}");
    }

    /// <summary>The error in the id of a fact; null if there is none.</summary>
    private string? FindErrorInFact(string id) => IdRule.FindErrorInText(id) ?? model.TypeOfId(id) switch
    {
        null => $"{WriteErrors.Show(id)} does not have the id prefix of a type of the model",
        { IsFact: false } type => $"{WriteErrors.Show(id)} is the id of {type}, which is not a fact; a claim must be about a fact",
        RelationshipType { Id: null } type => DerivedId.Split(type, id) is var (source, target)
            ? IdRule.FindError(model, type.Source, source) ?? IdRule.FindError(model, type.Target, target)
            : $"{WriteErrors.Show(id)} is not an id of {type.Type}; expected the ids of its ends, {type.IdPrefix}:SOURCE>TARGET",
        var type => IdRule.FindError(model, type, id),
    };

    private void AddError(int column, SourceLocation location, string message) =>
        diagnostics.Add(file.Name, location.Line, header.Names[header.Columns[column].Cell], message);

    private static int IndexOf(Header header, Property? property) =>
        header.Columns.ToList().FindIndex(column => column.Property == property);
}
