using GraphIntel.Core.Model;
using GraphIntel.Import.Graph.Reading;

namespace GraphIntel.Import.Graph.Checking;

/// <summary>What a claim speaks of: a fact of the files or the store, or a property that such a fact has.</summary>
internal sealed class ClaimCheck(
    ClaimRole role,
    GraphFile file,
    Header header,
    GraphModel model,
    IdRules idRules,
    IdTable ids,
    References references,
    ImportMistakes mistakes)
{
    private readonly int _about = IndexOf(header, role.About);
    private readonly int _field = IndexOf(header, role.Field);

    /// <summary>Checks one claim.</summary>
    public void Add(GraphRow row, Place place)
    {
        if (_about < 0 || row.Values[_about] is not string about) return;
        if (idRules.FindMistakeInFact(about) is { } mistake)
        {
            Mistake(_about, place, mistake);
            return;
        }

        var type = idRules.TypeOf(about)!;
        // Such a relationship is written after the claims, so a claim about it must find it in the store.
        var isWrittenLater = type is RelationshipType relationship && WriteOrder.IsOfClaims(relationship, model);
        references.Add(ids.Add(about), place, header.Names[header.Columns[_about].Cell], isWrittenLater);
        if (_field < 0 || row.Values[_field] is not string field) return;
        var properties = type.Properties
            .Where(property => property is { IsHidden: false, Name: not "id" })
            .Select(property => property.Name);
        if (!properties.Contains(field))
            Mistake(_field, place, $"{type} has no property {Wording.Quote(field)}{Wording.DidYouMean(field, properties)}");
    }

    private void Mistake(int column, Place place, string message) =>
        mistakes.Add(file.Name, place.Line, header.Names[header.Columns[column].Cell], message);

    private static int IndexOf(Header header, Property? property) =>
        header.Columns.ToList().FindIndex(column => column.Property == property);
}
