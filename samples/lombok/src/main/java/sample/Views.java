package sample;

import org.mapstruct.Mapper;
import org.mapstruct.factory.Mappers;

/** From what is saved to what is shown, and back. */
@Mapper
public interface Views {

    Views INSTANCE = Mappers.getMapper(Views.class);

    ProgressView show(Progress progress);

    Progress read(ProgressView view);
}
